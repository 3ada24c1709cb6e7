using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Features.Administration.Boundary;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Administration.Locations;

/// <summary>What is known about a location, its position for each classification with the reason, and the sources that report it.</summary>
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
        var counted = (await LocationTotal.Query(context, id).ToListAsync(cancellationToken))
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

    private static LocationReason[] Reasons(Positions positions, Location location, List<LocationTotal> counted) =>
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

/// <param name="ReportedBy">Names of the sources that list copies there.</param>
/// <param name="Published">Regions of public clouds with the same name as the location's region.</param>
/// <param name="Operators">Suggested names.</param>
public sealed record LocationAnswer(
    LocationRow Location, long Version, double? Latitude, double? Longitude, IReadOnlyList<LocationReason> Reasons,
    IReadOnlyList<string> ReportedBy, IReadOnlyList<CloudRegion> Published, IReadOnlyList<string> Operators, bool MayManage);

/// <summary>The location's position for one classification, and its copies of that classification.</summary>
public sealed record LocationReason(string Classification, bool MustBeInside, Position Position, string Because, long Copies, long Bytes);
