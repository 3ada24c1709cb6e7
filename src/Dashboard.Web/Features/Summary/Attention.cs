using Dashboard.Core.Findings;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Controls.Tables;

namespace Dashboard.Web.Features.Summary;

/// <summary>One item that needs attention.</summary>
internal sealed record Attention(string Text, string? Href)
{
    private const string Deletions = "/deletions";

    /// <summary>Everything that is wrong now, most serious first.</summary>
    public static IEnumerable<Attention> Of(SummaryAnswer summary, DateOnly today)
    {
        var rows = new RowsBehind(summary);
        foreach (var found in summary.Findings.OrderByDescending(found => found.Kind is FindingKind.CopyReappeared))
        {
            if (Of(found, rows) is { } point)
                yield return point;
        }

        if (summary.Latest is { Mismatched: > 0 } latest)
            yield return new($"{Of(latest.Mismatched, "dataset declares a status that its copies contradict", "datasets declare a status that their copies contradict")}", rows.Datasets("mismatch"));
        foreach (var source in summary.Sources.Where(source => source.Freshness is not Freshness.Fresh))
        {
            yield return new(
                source.StaleFrom is { } since ? $"{source.Name} has been stale since {TimeText.Exact(since)}" : $"{source.Name} has never reported",
                rows.Sources);
        }

        foreach (var wave in summary.Waves.Where(wave => Wave.IsOverdue(wave.TargetCompletion, today, wave.IsComplete)))
        {
            yield return new(
                $"{wave.Name} was due on {wave.TargetCompletion:yyyy-MM-dd}: {wave.Pivoted:N0} of {Of(wave.Datasets, "dataset", "datasets")} pivoted",
                rows.Waves is null ? null : $"/migration/waves/{wave.Id}");
        }

        if (summary.Latest is { Bytes.Unknown: > 0 } unknown)
            yield return new($"{ByteText.Of(unknown.Bytes.Unknown)} at locations whose operator or country is not known", rows.Copies(Position.Unknown));
        if (summary.Unclassified.Copies > 0)
        {
            yield return new(
                $"{Of(summary.Unclassified.Copies, "copy", "copies")} of unclassified or unmapped data, {ByteText.Of(summary.Unclassified.Bytes)}",
                rows.Copies(classificationId: summary.Unclassified.ClassificationId));
        }

        if (summary.Latest is { WithoutOwner: > 0 } unowned)
            yield return new($"{Of(unowned.WithoutOwner, "dataset has", "datasets have")} no owner", rows.Datasets("no-owner"));
        if (summary.Waves.Count(wave => wave.TargetCompletion is null && !wave.IsComplete) is > 0 and var undated)
            yield return new($"{Of(undated, "wave has", "waves have")} no date", rows.Waves);
    }

    /// <summary>The item for a kind of finding; null if another kind covers the same copies.</summary>
    private static Attention? Of(OpenFindings found, RowsBehind rows)
    {
        var copies = found.Copies;
        return found.Kind switch
        {
            FindingKind.CopyReappeared => new(
                $"{Of(copies, "copy", "copies")} {(copies == 1 ? "was" : "were")} seen again after being verified absent", rows.Copies(state: CopyState.Reappeared)),
            FindingKind.CopyVanished => new($"{Of(copies, "copy", "copies")} disappeared without an order", rows.Copies(state: CopyState.Missing)),
            FindingKind.StillPresentAfterReport => new($"Reported deleted but still listed: {Of(copies, "copy", "copies")}", Deletions),
            FindingKind.MovedAcrossBoundary => OfDatasets("with copies that moved across the boundary"),
            FindingKind.Relabelled => OfDatasets("with copies that now belong to another dataset"),
            FindingKind.RoleChanged => OfDatasets("with copies outside that changed their role"),
            FindingKind.SizeFell => OfDatasets("with copies outside that became much smaller without a deletion"),
            FindingKind.RetentionShortened => OfDatasets("with copies that may be deleted earlier than before"),
            FindingKind.ClassificationLowered => OfDatasets("that need no longer be inside, because a classification was lowered"),
            _ => null,
        };

        Attention OfDatasets(string what) => new($"{Of(found.Datasets, "dataset", "datasets")} {what}", rows.Datasets(found.Kind));
    }

    private static string Of(long count, string one, string many) => count == 1 ? $"1 {one}" : $"{count:N0} {many}";
}
