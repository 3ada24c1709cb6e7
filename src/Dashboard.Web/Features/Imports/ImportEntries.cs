using System.Text.Json.Nodes;
using Dashboard.Core.Imports;
using Dashboard.Core.Ledger;
using Dashboard.Web.Features.Imports.Run;

namespace Dashboard.Web.Features.Imports;

/// <summary>The ledger entries of an import. They record what a person or the dashboard decided, not the progress of reading.</summary>
internal static class ImportEntries
{
    /// <summary>Most files, locations or waves that an entry names. Its counts include all of them.</summary>
    public const int MostNamed = 100;

    private const int BytesOfFiles = 20_000;
    private const int BytesOfNames = 6_000;

    /// <summary>A sentence has 2,000 characters at most; this leaves room for the text around the reason.</summary>
    private const int LongestReason = 1_500;

    public static LedgerDraft Received(Import import, Source source) => new(
        LedgerActions.ImportReceived, LedgerSubjects.Of(import), $"received import {import.Id} from {source.Name}: {Files(import)}")
    {
        Related = [LedgerSubjects.Of(source)],
        Details = Arrival(import, source),
    };

    /// <param name="import">The import, with the counts of the confirmed preview.</param>
    public static LedgerDraft Confirmed(Import import, Source source) => new(
        LedgerActions.ImportConfirmed, LedgerSubjects.Of(import), $"confirmed import {import.Id} from {source.Name}: {ImportText.Changes(import.Counts)}")
    {
        Related = [LedgerSubjects.Of(source)],
        Details = new()
        {
            ["sha256"] = import.Sha256,
            ["counts"] = Counts(import.Counts),
            ["whole"] = import.WholeBecause is { } because ? LedgerDetails.Text(because, 500) : "not stated",
        },
    };

    /// <summary>Another import of the source was applied after the preview, so the preview is out of date.</summary>
    public static LedgerDraft ComparedAgain(Import import, Source source) => new(
        LedgerActions.ImportComparedAgain, LedgerSubjects.Of(import), $"could not confirm import {import.Id} from {source.Name}, because another import was applied after its preview")
    {
        Related = [LedgerSubjects.Of(source)],
        Details = new() { ["sha256"] = import.Sha256 },
    };

    public static LedgerDraft Cancelled(Import import, Source source) => new(
        LedgerActions.ImportCancelled, LedgerSubjects.Of(import), $"cancelled import {import.Id} from {source.Name}")
    {
        Related = [LedgerSubjects.Of(source)],
        Details = new() { ["sha256"] = import.Sha256 },
    };

    public static LedgerDraft Refused(Import import, Source source) => new(
        LedgerActions.ImportRefused, LedgerSubjects.Of(import),
        $"refused import {import.Id} from {source.Name}: {LedgerDetails.Text(import.Refusal!, LongestReason).TrimEnd('.')}")
    {
        Related = [LedgerSubjects.Of(source)],
        Details = new()
        {
            ["sha256"] = import.Sha256,
            ["reason"] = LedgerDetails.Text(import.Refusal!, 4_000),
            ["counts"] = Counts(import.Counts),
        },
    };

    /// <summary>What was applied, from which files, and what it changed. The rows are in the files, which the hashes identify.</summary>
    public static LedgerDraft Applied(Import import, Source source, ImportOutcome outcome)
    {
        var details = Arrival(import, source);
        details["format"] = import.Format;
        details["whole"] = import.WholeBecause is { } because ? LedgerDetails.Text(because, 500) : "not stated";
        if (import.PartialBecause is { } partial)
            details["partialBecause"] = LedgerDetails.Text(partial, 1_000);
        if (import.Coverage.Count > 0)
            details["coverage"] = Names(import.Coverage);
        details["counts"] = Counts(import.Counts);
        details["milliseconds"] = LedgerDetails.Number((long)import.WorkTime.TotalMilliseconds);
        if (outcome.NewLocations.Count > 0)
            details["newLocations"] = Names(outcome.NewLocations.Select(location => location.Name));
        if (outcome.NewWaves.Count > 0)
            details["newWaves"] = Names(outcome.NewWaves.Select(wave => wave.Name));
        if (outcome.ChangesThatMatter.Count > 0)
            details["changesThatMatter"] = Names(outcome.ChangesThatMatter);
        foreach (var (name, value) in outcome.Moves.ToDetails())
            details[name] = value?.DeepClone();
        return new(
            LedgerActions.ImportApplied, LedgerSubjects.Of(import), $"applied import {import.Id} from {source.Name}: {ImportText.Changes(import.Counts)}")
        {
            Related =
            [
                LedgerSubjects.Of(source),
                .. outcome.NewLocations.Take(MostNamed).Select(location => LedgerSubjects.Of(location) with { Name = null }),
                .. outcome.NewWaves.Take(MostNamed).Select(wave => LedgerSubjects.Of(wave) with { Name = null }),
                .. outcome.Moves.Related(),
            ],
            Details = details,
        };
    }

    private static JsonObject Arrival(Import import, Source source) => new()
    {
        ["source"] = source.Name,
        ["kind"] = source.Kind.ToString(),
        ["scope"] = import.IsComplete ? "complete" : "partial",
        ["asOf"] = LedgerDetails.Time(import.AsOf),
        ["through"] = import.TokenId is { } token ? $"API token {token} of the source" : import.IsUnattended ? $"inbox folder {source.Key}" : "upload",
        ["sha256"] = import.Sha256,
        ["fileCount"] = import.Files.Count,
        ["files"] = LedgerDetails.First(
            import.Files.Select(file => new JsonObject
            {
                ["name"] = LedgerDetails.Text(file.Name, 150),
                ["bytes"] = LedgerDetails.Number(file.Length),
                ["sha256"] = file.Sha256,
            }),
            MostNamed, BytesOfFiles),
    };

    private static JsonObject Counts(ImportCounts counts) => new()
    {
        ["rows"] = LedgerDetails.Number(counts.Rows),
        ["accepted"] = LedgerDetails.Number(counts.Accepted),
        ["rejected"] = LedgerDetails.Number(counts.Rejected),
        ["new"] = LedgerDetails.Number(counts.New),
        ["changed"] = LedgerDetails.Number(counts.Changed),
        ["unchanged"] = LedgerDetails.Number(counts.Unchanged),
        ["vanished"] = LedgerDetails.Number(counts.Vanished),
        ["verifiedAbsent"] = LedgerDetails.Number(counts.VerifiedAbsent),
        ["reappeared"] = LedgerDetails.Number(counts.Reappeared),
        ["newDatasets"] = LedgerDetails.Number(counts.NewDatasets),
        ["newLocations"] = LedgerDetails.Number(counts.NewLocations),
        ["notUnderstood"] = LedgerDetails.Number(counts.NotUnderstood),
        ["reportedButUnproved"] = LedgerDetails.Number(counts.Unproved),
    };

    private static JsonArray Names(IEnumerable<string> names) =>
        LedgerDetails.First(names.Select(name => (JsonNode)JsonValue.Create(LedgerDetails.Text(name, 200))), MostNamed, BytesOfNames);

    private static string Files(Import import) =>
        import.Files.Count == 1 ? LedgerDetails.Text(import.Files[0].Name, 150) : $"{import.Files.Count:N0} files";
}
