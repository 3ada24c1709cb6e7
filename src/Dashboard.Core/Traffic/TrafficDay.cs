namespace Dashboard.Core.Traffic;

/// <summary>Requests from the protected population that a service answered from one location on one day (UTC).</summary>
public sealed class TrafficDay(long sourceId, DateOnly day, string service, long locationId, long requests)
{
    public long Id { get; private set; }

    public long SourceId { get; private set; } = sourceId;

    public DateOnly Day { get; private set; } = day;

    public string Service { get; private set; } = service;

    public long LocationId { get; private set; } = locationId;

    public long Requests { get; private set; } = requests;

    public void Correct(long requests) => Requests = requests;
}
