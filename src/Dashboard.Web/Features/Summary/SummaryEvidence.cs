using Dashboard.Core.Imports;
using Dashboard.Web.Controls.Marks;

namespace Dashboard.Web.Features.Summary;

/// <summary>The evidence for a figure with several sources: that of the weakest one, because a sum is no better than its weakest part.</summary>
internal static class SummaryEvidence
{
    /// <param name="ids">The sources that the figure rests on.</param>
    public static Evidence Of(IEnumerable<SourceReport> sources, IReadOnlyCollection<long> ids, SourceKind kind, string? href)
    {
        var weakestFirst = sources.Where(source => ids.Contains(source.Id))
            .OrderBy(source => source.AsOf is not null)
            .ThenBy(source => source.StaleFrom)
            .ToArray();
        return weakestFirst switch
        {
            [] => new($"no {Plural(kind)} source yet", AsOf: null, StaleFrom: null, Href: href),
            [var only] => new(only.Name, only.AsOf, only.StaleFrom, only.IsComplete, href),
            [var weakest, ..] => new(
                $"{weakest.Name}, oldest of {weakestFirst.Length} {Plural(kind)} sources", weakest.AsOf, weakest.StaleFrom, weakest.IsComplete, href),
        };
    }

    private static string Plural(SourceKind kind) => kind switch
    {
        SourceKind.Inventory => "inventory",
        SourceKind.Traffic => "traffic",
        _ => "register",
    };
}
