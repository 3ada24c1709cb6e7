using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Web.Features.Administration.Boundary;
using Dashboard.Web.Security;
using Dashboard.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Administration.Locations;

/// <summary>What is known of a location, where it stands for each classification and why, and who reports it.</summary>
internal sealed class GetLocation(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, IOptions<ProgrammeSettings> programme, TimeProvider clock)
{
    public async Task<Result<LocationAnswer>> HandleAsync(long id, CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.ViewBoundary, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), cancellationToken);
        if (!positions.Locations.TryGetValue(id, out var location))
            return new NotFound("The location");
        var counted = (await LocationTotals.Query(context, id).ToListAsync(cancellationToken))
            .FindAll(total => total.CountsIn(positions));
        return new LocationAnswer(
            LocationRow.Of(location, positions.Of(id), counted),
            location.Version,
            location.Latitude,
            location.Longitude,
            Reasons(positions, location, counted),
            await ReportedBy(context, id).ToListAsync(cancellationToken),
            [.. CloudRegions.All.Where(region => region.Region.Equals(location.Region, StringComparison.OrdinalIgnoreCase))],
            KnownOperators.In(positions.Locations.Values),
            member.Value.May(Permission.ManageBoundary, programme.Value.OversightCountry).IsDone);
    }

    internal static IQueryable<string> ReportedBy(DashboardContext context, long locationId) => context.Sources
        .Where(source => context.CopyRollups.Any(rollup => rollup.SourceId == source.Id && rollup.LocationId == locationId && rollup.Copies > 0))
        .OrderBy(source => source.Name)
        .Select(source => source.Name);

    private static LocationReason[] Reasons(Positions positions, Location location, List<LocationTotals> counted) =>
    [
        .. positions.Classifications.Values
            .OrderByDescending(classification => classification.MustBeInside).ThenBy(classification => classification.Name, StringComparer.Ordinal)
            .Select(classification => new LocationReason(
                classification.Name,
                classification.MustBeInside,
                positions.Of(location.Id, classification.Id),
                positions.ReasonFor(location.Id, classification.Id),
                counted.Where(total => total.ClassificationId == classification.Id).Sum(total => total.Copies),
                counted.Where(total => total.ClassificationId == classification.Id).Sum(total => total.Bytes))),
    ];
}

/// <param name="ReportedBy">Names of the sources that list copies there: who to ask what it is.</param>
/// <param name="Published">Regions of public clouds that bear the location's region as their name.</param>
/// <param name="Operators">Names to suggest.</param>
public sealed record LocationAnswer(
    LocationRow Location, long Version, double? Latitude, double? Longitude, IReadOnlyList<LocationReason> Reasons,
    IReadOnlyList<string> ReportedBy, IReadOnlyList<CloudRegion> Published, IReadOnlyList<string> Operators, bool MayManage);

/// <summary>Where the location stands for one classification, and what it holds of it.</summary>
public sealed record LocationReason(string Classification, bool MustBeInside, Position Position, string Because, long Copies, long Bytes);
