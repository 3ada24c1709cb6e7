using Dashboard.Core.Ledger;

namespace Dashboard.Core.Imports;

/// <summary>What a source reports.</summary>
public enum SourceKind
{
    /// <summary>Copies: what is stored where.</summary>
    Inventory,

    /// <summary>Requests from the protected population, by location.</summary>
    Traffic,

    /// <summary>Descriptions of datasets: system, owner, classification, wave, declared status.</summary>
    Register,
}

/// <summary>Whether a source's evidence is current.</summary>
public enum Freshness
{
    /// <summary>Nothing has been imported from it yet.</summary>
    Never,
    Fresh,
    Stale,
}

/// <summary>Something that reports inventory, traffic or the dataset register, and is expected to do so regularly.</summary>
public sealed class Source : IVersioned, ILedgered
{
    private Source()
    {
    }

    public long Id { get; private set; }

    /// <summary>Lower-case letters, digits and hyphens; names the source's folder in the inbox. Never changes.</summary>
    public string Key { get; private set; } = "";

    public string Name { get; private set; } = "";

    public SourceKind Kind { get; private set; }

    /// <summary>Whole hours within which the next report is expected.</summary>
    public int ExpectedIntervalHours { get; private set; }

    /// <summary>Where its copies are, for formats that do not say so (S3 Inventory, HDFS).</summary>
    public long? LocationId { get; private set; }

    /// <summary>Whether a report lists everything the source has. Only then do copies that it does not list count as absent.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Share of rejected rows, in percent, above which an import is refused as a whole.</summary>
    public int MaxRejectedPercent { get; private set; }

    /// <summary>As-of time of the latest import that was applied.</summary>
    public DateTimeOffset? LastAsOf { get; private set; }

    /// <summary>As-of time of the latest complete import that was applied.</summary>
    public DateTimeOffset? LastCompleteAsOf { get; private set; }

    public long? LastImportId { get; private set; }

    public long Version { get; private set; }

    public TimeSpan ExpectedInterval => TimeSpan.FromHours(ExpectedIntervalHours);

    public static Result<Source> Create(
        string key, string name, SourceKind kind, int expectedIntervalHours, long? locationId, bool isComplete, int maxRejectedPercent = 5)
    {
        if (key.Length is 0 or > 60 || !key.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
            return new SourceKeyInvalid();
        var source = new Source { Key = key, Kind = kind };
        var revised = source.Revise(name, expectedIntervalHours, locationId, isComplete, maxRejectedPercent);
        return revised.Refusal is { } refusal ? refusal : source;
    }

    public Result Revise(string name, int expectedIntervalHours, long? locationId, bool isComplete, int maxRejectedPercent)
    {
        if (name.Trim().Length is 0 or > 120)
            return new SourceNameInvalid();
        if (expectedIntervalHours is < 1 or > 24 * 366)
            return new IntervalInvalid();
        if (maxRejectedPercent is < 0 or > 100)
            return new RejectedShareInvalid();
        (Name, ExpectedIntervalHours, LocationId, IsComplete, MaxRejectedPercent) =
            (name.Trim(), expectedIntervalHours, locationId, isComplete, maxRejectedPercent);
        return Result.Done;
    }

    public Freshness FreshnessAt(DateTimeOffset now) =>
        LastAsOf is not { } last ? Freshness.Never : now - last > ExpectedInterval ? Freshness.Stale : Freshness.Fresh;

    /// <summary>When its evidence became or becomes stale; null before the first import.</summary>
    public DateTimeOffset? StaleFrom => LastAsOf + ExpectedInterval;

    /// <summary>
    /// What it listed when a person last confirmed an import, or more if it grew since. Unattended imports are compared with this, so that many
    /// small steps count as the one large step that they are.
    /// </summary>
    public long? SeenCopies { get; private set; }

    /// <summary>The bytes of <see cref="SeenCopies"/>.</summary>
    public long? SeenBytes { get; private set; }

    /// <summary>Why an unattended import that leaves this much must wait for a person; null if it need not.</summary>
    public string? Shrinks(SourceSize after) =>
        SeenCopies is { } copies && after.Copies < copies - (copies / ShrinkShare)
            ? $"Since a person last confirmed an import of {Name}, its copies would fall from {copies:N0} to {after.Copies:N0}."
        : SeenBytes is { } bytes && after.Bytes < bytes - (bytes / ShrinkShare)
            ? $"Since a person last confirmed an import of {Name}, its bytes would fall from {bytes:N0} to {after.Bytes:N0}."
        : null;

    // A fifth.
    private const int ShrinkShare = 5;

    /// <summary>Records an applied import.</summary>
    /// <param name="size">What it lists now; null if it lists no copies.</param>
    public void Reported(Import import, SourceSize? size = null)
    {
        if (size is { } now)
        {
            var isSeen = import.ConfirmedById is not null;
            SeenCopies = isSeen ? now.Copies : Math.Max(SeenCopies ?? 0, now.Copies);
            SeenBytes = isSeen ? now.Bytes : Math.Max(SeenBytes ?? 0, now.Bytes);
        }

        LastImportId = import.Id;
        LastAsOf = import.AsOf;
        if (import.IsComplete)
            LastCompleteAsOf = import.AsOf;
    }
}

/// <summary>The copies that a source lists, and their bytes.</summary>
public readonly record struct SourceSize(long Copies, long Bytes);
