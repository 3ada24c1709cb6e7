using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Summary;
using Dashboard.Core.Traffic;
using Dashboard.Formats;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>Daily traffic: each row gives the requests of one day, service and location, and replaces the earlier figure.</summary>
internal sealed class TrafficImport : IImportTarget
{
    private readonly DashboardContext context;
    private readonly Import import;
    private readonly LocationResolver locations;
    private readonly Dictionary<(DateOnly Day, string Service, long LocationId), long> requests = [];
    private Dictionary<(DateOnly, string, long), TrafficDay> known = [];

    private TrafficImport(DashboardContext context, Import import, LocationResolver locations, ImportProgress progress)
    {
        (this.context, this.import, this.locations) = (context, import, locations);
        Tally = new(["Day", "Service", "Location", "Requests"], progress);
    }

    public ImportTally Tally { get; }

    public bool IsLong => false;

    public ImportReading Reading => new([], null, Wholeness.NotStated, null, Tally.Facts.NotWhole);

    public static async Task<TrafficImport> OpenAsync(
        DashboardContext context, Import import, ImportProgress progress, CancellationToken cancellationToken) => new(
            context, import,
            new LocationResolver(await context.Locations.AsNoTracking().ToListAsync(cancellationToken), new PlaceholderIds()),
            progress);

    public Task ReadAsync(ImportFiles files, CancellationToken cancellationToken)
    {
        var stream = TrafficFormat.Read(files.Main, files.Options, cancellationToken);
        Tally.Facts = stream.Facts;
        foreach (var parsed in stream)
        {
            if (parsed.IsAccepted)
                Add(files.Main.BaseName, parsed.Row);
            else
                Tally.Reject(parsed.Rejection);
        }

        return Task.CompletedTask;
    }

    public async Task<ImportCounts> CompareAsync(CancellationToken cancellationToken)
    {
        if (requests.Count == 0)
            return Tally.Counts;
        var (from, until) = (requests.Keys.Min(key => key.Day), requests.Keys.Max(key => key.Day));
        known = await context.Traffic
            .Where(traffic => traffic.SourceId == import.SourceId && traffic.Day >= from && traffic.Day <= until)
            .ToDictionaryAsync(traffic => (traffic.Day, traffic.Service, traffic.LocationId), cancellationToken);
        foreach (var location in locations.Created.Values)
            Tally.Notes.Add($"New location {location.Name}, in {Countries.NameOf(location.Country)}.");
        var same = requests.LongCount(entry => known.TryGetValue(entry.Key, out var traffic) && traffic.Requests == entry.Value);
        var fresh = requests.Keys.LongCount(key => !known.ContainsKey(key));
        return Tally.Counts with
        {
            New = fresh,
            Unchanged = same,
            Changed = requests.Count - fresh - same,
            NewLocations = locations.Created.Count,
        };
    }

    public async Task<ImportOutcome> ApplyAsync(Import import, LedgerTransaction change, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        context.AddRange(locations.Created.Values);
        await context.SaveChangesAsync(cancellationToken);
        foreach (var ((day, service, locationId), count) in requests)
        {
            if (known.TryGetValue((day, service, locationId), out var traffic))
                traffic.Correct(count);
            else
                context.Traffic.Add(new(import.SourceId, day, service, RealId(locationId), count));
        }

        await context.SaveChangesAsync(cancellationToken);
        var positions = await Positions.LoadAsync(context, DateOnly.FromDateTime(now.UtcDateTime), cancellationToken);
        await DailyFigures.WriteTodayAsync(context, positions, now, cancellationToken);
        return new(new(), locations.Created.Values, []);
    }

    private long RealId(long id) => locations.Created.TryGetValue(id, out var created) ? created.Id : id;

    private void Add(string file, TrafficRow row)
    {
        var (locationId, rejection) = locations.Resolve(row.Operator, row.Country, row.Region);
        if (rejection is not null)
        {
            Tally.Reject(new(file, row.Line, rejection.Column, rejection.Value, rejection.Reason));
            return;
        }

        if (!requests.TryAdd((row.Day, row.Service, locationId), row.Requests))
        {
            Tally.Reject(new(file, row.Line, "day", $"{row.Day:yyyy-MM-dd}", "repeats the day, service and location of an earlier line; the first one was used"));
            return;
        }

        Tally.Accept();
        if (Tally.WantsSample)
            Tally.AddSample($"{row.Day:yyyy-MM-dd}", row.Service, locations.NameOf(locationId), row.Requests.ToString());
    }
}
