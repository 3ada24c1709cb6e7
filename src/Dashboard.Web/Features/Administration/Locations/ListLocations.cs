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

/// <summary>Every location with its position and its copies. Locations with unknown position come first.</summary>
internal sealed class ListLocations(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, IOptions<ProgrammeSettings> programme, TimeProvider clock)
{
    public async Task<Result<LocationsAnswer>> HandleAsync(CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.ViewBoundary, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;

        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        var totals = (await LocationTotal.Query(context).ToListAsync(cancellationToken))
            .Where(total => total.CountsIn(positions))
            .ToLookup(total => total.LocationId);
        return new LocationsAnswer(
            now,
            [
                .. positions.Locations.Values
                    .Select(location => LocationRow.Of(location, positions.Of(location.Id), totals[location.Id]))
                    .OrderBy(row => row.Position) // Unknown comes first in the enum too.
                    .ThenByDescending(row => row.Bytes).ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase),
            ],
            member.Value.May(Permission.ManageBoundary, programme.Value.OversightCountry).IsDone);
    }
}

public sealed record LocationsAnswer(DateTimeOffset AsOf, IReadOnlyList<LocationRow> Rows, bool MayManage)
{
    public IEnumerable<LocationRow> Unknown => Rows.Where(row => row.Position is Position.Unknown);
}

/// <param name="Country">ISO 3166-1 alpha-2; null if not known.</param>
/// <param name="Copies">Copies of all classifications that count in the figures.</param>
public sealed record LocationRow(
    long Id, string Name, Position Position, string? Operator, string? Country, string Region, LocationKind Kind, long Copies, long Bytes)
{
    internal static LocationRow Of(Location location, Position position, IEnumerable<LocationTotal> totals) => new(
        location.Id, location.Name, position, location.Operator, location.Country, location.Region, location.Kind,
        totals.Sum(total => total.Copies), totals.Sum(total => total.Bytes));
}
