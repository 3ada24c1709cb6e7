using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Controls.Charts;
using Dashboard.Web.Controls.Tables;
using Dashboard.Web.Features.Inventory.Query;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory.List;

/// <summary>The available filters, and how recent the reports are.</summary>
/// <param name="OldestAsOf">As-of time of the oldest latest report; null when no source has reported.</param>
/// <param name="OwnSystemsOnly">Whether this member sees the rows of some systems only.</param>
public sealed record InventoryDescription(
    IReadOnlyList<FilterChoice> Choices, DateTimeOffset? OldestAsOf, int Sources, int StaleSources, bool OwnSystemsOnly, bool MayExport)
{
    /// <summary>The terms as chips. A value that is no longer in use is shown as written in the URL.</summary>
    internal IReadOnlyList<ActiveFilter> Chips(IEnumerable<FilterTerm> terms) =>
    [
        .. from term in terms
           where term.Key != FilterKey.Text
           let choice = Choices.FirstOrDefault(choice => choice.Key == term.Key)
           where choice is not null
           select new ActiveFilter(
               term.Key, choice.Label, term.Value,
               choice.Options?.FirstOrDefault(option => string.Equals(option.Value, term.Value, StringComparison.OrdinalIgnoreCase))?.Text ?? term.Value),
    ];
}

internal sealed class DescribeInventory(InventoryAccess access, MemberAccess members)
{
    /// <param name="dataset">The dataset in the URL, if any. Its chip shows its name.</param>
    public async Task<Result<InventoryDescription>> HandleAsync(long? dataset, CancellationToken cancellationToken)
    {
        var opened = await access.OpenAsync(cancellationToken);
        if (opened.Refusal is { } refusal)
            return refusal;
        await using var inventory = opened.Value;
        var (context, lookups) = (inventory.Context, inventory.Lookups);
        var owners = await Owners(context, lookups.OwnSystems).ToListAsync(cancellationToken);
        var name = dataset is { } id ? await NameOf(context, id, lookups.OwnSystems).SingleOrDefaultAsync(cancellationToken) : null;
        var reporting = lookups.Sources.Values.Where(source => source.Kind is SourceKind.Inventory && source.LastAsOf is not null).ToList();
        return new InventoryDescription(
            [.. Choices(lookups, owners), new(FilterKey.Dataset, "Dataset", name is null ? [] : [new($"{dataset}", name)])],
            reporting.Min(source => source.LastAsOf),
            reporting.Count,
            reporting.Count(source => source.FreshnessAt(inventory.Now) is Freshness.Stale),
            lookups.OwnSystems is not null,
            (await members.RequireAsync(Permission.ExportRows, cancellationToken)).IsDone);
    }

    internal static IQueryable<string> Owners(DashboardContext context, long[]? ownSystems) => context.Datasets
        .Where(dataset => dataset.Owner != null && (ownSystems == null || ownSystems.Contains(dataset.SystemId)))
        .Select(dataset => dataset.Owner!)
        .Distinct()
        .OrderBy(owner => owner);

    internal static IQueryable<string> NameOf(DashboardContext context, long id, long[]? ownSystems) => context.Datasets
        .Where(dataset => dataset.Id == id && (ownSystems == null || ownSystems.Contains(dataset.SystemId)))
        .Select(dataset => dataset.Name);

    private static IEnumerable<FilterChoice> Choices(InventoryLookups lookups, List<string> owners)
    {
        var locations = lookups.Positions.Locations.Values;
        yield return new(FilterKey.Position, "Position", [.. Split.Order.Select(position => new FilterOption(position.ToString(), position.ToString()))]);
        yield return new(FilterKey.Location, "Location", Sorted(locations.Select(location => new FilterOption($"{location.Id}", location.Name))));
        yield return new(FilterKey.Operator, "Operator", Sorted(locations.Select(location => new FilterOption(
            location.Operator ?? FilterKey.Unknown, location.Operator ?? "Unknown operator")).Distinct()));
        yield return new(FilterKey.Country, "Country", Sorted(locations.Select(location => new FilterOption(
            location.Country ?? FilterKey.Unknown, Countries.NameOf(location.Country))).Distinct()));
        yield return new(FilterKey.Role, "Role", Named<CopyRole>());
        yield return new(FilterKey.Classification, "Classification", [.. lookups.Positions.Classifications.Values.OrderBy(c => c.Id).Select(c => new FilterOption($"{c.Id}", c.Name))]);
        yield return new(FilterKey.System, "System", Sorted(lookups.Systems
            .Where(system => lookups.OwnSystems is null || lookups.OwnSystems.Contains(system.Key))
            .Select(system => new FilterOption($"{system.Key}", system.Value))));
        yield return new(FilterKey.Owner, "Owner", [.. owners.Select(owner => new FilterOption(owner, owner))]);
        yield return new(FilterKey.Source, "Source", Sorted(lookups.Sources.Values
            .Where(source => source.Kind is SourceKind.Inventory)
            .Select(source => new FilterOption($"{source.Id}", source.Name))));
        yield return new(FilterKey.State, "State", Named<CopyState>());
        yield return new(FilterKey.Stage, "Dataset stage", Named<Stage>());
        yield return new(FilterKey.Counted, "Counted", [new(FilterKey.Yes, "in the figures")]);
    }

    private static FilterOption[] Named<TEnum>() where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Select(value => new FilterOption(value.ToString(), Naming.Label(value)))];

    private static FilterOption[] Sorted(IEnumerable<FilterOption> options) => [.. options.OrderBy(option => option.Text, StringComparer.OrdinalIgnoreCase)];
}
