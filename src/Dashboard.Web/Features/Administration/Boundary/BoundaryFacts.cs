using Dashboard.Core;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Boundary;

/// <summary>Everything that determines positions, apart from the day. Nothing in it is tracked, so a changed copy can be used for previews.</summary>
internal sealed record BoundaryFacts(
    IReadOnlyList<BoundaryRule> Rules, IReadOnlyList<Location> Locations, IReadOnlyList<Classification> Classifications)
{
    public static async Task<BoundaryFacts> LoadAsync(DashboardContext context, CancellationToken cancellationToken) => new(
        await context.BoundaryRules.AsNoTracking().ToListAsync(cancellationToken),
        await context.Locations.AsNoTracking().ToListAsync(cancellationToken),
        await context.Classifications.AsNoTracking().ToListAsync(cancellationToken));

    public Positions On(DateOnly day) => new(Rules, day, Locations, Classifications);

    public BoundaryFacts With(Location revised) =>
        this with { Locations = [.. Locations.Select(location => location.Id == revised.Id ? revised : location)] };

    public BoundaryFacts With(BoundaryRule revised) =>
        this with { Rules = [.. Rules.Select(rule => rule.Id == revised.Id ? revised : rule)] };

    /// <summary>Replaces a classification, or adds a new one.</summary>
    public BoundaryFacts With(Classification revised) =>
        this with { Classifications = [.. Classifications.Where(classification => classification.Id != revised.Id), revised] };
}
