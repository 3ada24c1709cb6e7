using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Sources;

/// <summary>How ledger entries describe sources and mapping rules.</summary>
internal static class SourceAuditText
{
    /// <summary>The changes about to be saved, with the names of locations before and after.</summary>
    public static async Task<IReadOnlyList<FieldChange>> ChangesOfAsync(this DashboardContext context, Source source, CancellationToken cancellationToken)
    {
        var places = new[] { context.Entry(source).Property(kept => kept.LocationId).OriginalValue, source.LocationId };
        var names = await context.Locations.Where(location => places.Contains(location.Id))
            .ToDictionaryAsync(location => (object)location.Id, location => location.Name, cancellationToken);
        return FieldChanges.Of(
            context, source,
            new Dictionary<string, Func<object?, string?>>(StringComparer.Ordinal)
            {
                [nameof(source.LocationId)] = id => id is null ? null : names[id],
            });
    }

    public static IReadOnlyList<FieldChange> ChangesOf(this DashboardContext context, MappingRule rule, Source source) => FieldChanges.Of(
        context, rule,
        new Dictionary<string, Func<object?, string?>>(StringComparer.Ordinal) { [nameof(rule.SourceId)] = _ => source.Name });

    /// <summary>What the rule matches: <c>path prefix “videos/”</c>.</summary>
    public static string Description(this MappingRule rule) => $"{Naming.Of(rule.Kind)} “{rule.Pattern}”";
}
