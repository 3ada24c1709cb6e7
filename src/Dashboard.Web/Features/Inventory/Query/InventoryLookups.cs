using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>The locations, classifications, systems and sources of copies, and the systems whose rows a member may see.</summary>
internal sealed class InventoryLookups
{
    private InventoryLookups(Positions positions, IReadOnlyDictionary<long, string> systems, IReadOnlyDictionary<long, Source> sources, long[]? ownSystems) =>
        (Positions, Systems, Sources, OwnSystems) = (positions, systems, sources, ownSystems);

    public Positions Positions { get; }

    public IReadOnlyDictionary<long, string> Systems { get; }

    public IReadOnlyDictionary<long, Source> Sources { get; }

    /// <summary>The IDs of the systems whose rows this member sees; null for all systems.</summary>
    public long[]? OwnSystems { get; }

    public static async Task<InventoryLookups> LoadAsync(
        DashboardContext context, Member member, string oversightCountry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        var systems = await context.Systems.AsNoTracking().ToDictionaryAsync(system => system.Id, system => system.Name, cancellationToken);
        var sources = await context.Sources.AsNoTracking().ToDictionaryAsync(source => source.Id, cancellationToken);
        var seen = member.SystemsSeen(Permission.ViewInventory, oversightCountry);
        return new(
            positions, systems, sources,
            seen is null ? null : [.. systems.Where(system => seen.Contains(system.Value, StringComparer.Ordinal)).Select(system => system.Key)]);
    }
}
