using Dashboard.Core.Deletions;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Controls.Tables;

namespace Dashboard.Web.Features.Deletions.Overview;

public enum Urgency
{
    /// <summary>Nothing is pending.</summary>
    None,

    /// <summary>It is on schedule.</summary>
    Normal,

    /// <summary>Someone should check it.</summary>
    Late,

    /// <summary>It will not continue without action.</summary>
    Stuck,
}

/// <summary>What a batch is waiting for, as text: the one thing that has to happen next.</summary>
public sealed record Bottleneck(string Text, Urgency Urgency)
{
    /// <summary>How long a reviewer or an executor may take before the batch is late.</summary>
    private static readonly TimeSpan LateAfter = TimeSpan.FromDays(3);

    private static readonly TimeSpan SoonLapsing = TimeSpan.FromDays(5);

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth"];

    public static Bottleneck Of(BatchSituation batch, DateTimeOffset now) => batch.State switch
    {
        BatchState.Draft => Draft(batch, now),
        BatchState.InReview => InReview(batch, now),
        BatchState.Approved when batch.ReleasedAt is null => CoolingOff(batch, now),
        BatchState.Approved or BatchState.Executing => Executing(batch, now),
        BatchState.Executed => Executed(batch, now),
        BatchState.Verified => new("every item is verified absent", Urgency.None),
        BatchState.Lapsed => new("no one executed it in time; what is left needs another batch", Urgency.None),
        _ => new("nothing; it has ended", Urgency.None),
    };

    private static Bottleneck Draft(BatchSituation batch, DateTimeOffset now) =>
        batch.Tally.Copies == 0 ? new("it has no copies yet", Urgency.Normal)
        : Closed(batch) is { } closed ? new(closed, Urgency.Late)
        : new($"{batch.Proposer} has not submitted it yet, {For(batch.StateSince, now)} after starting it", Urgency.Normal);

    private static Bottleneck InReview(BatchSituation batch, DateTimeOffset now)
    {
        if (batch.Holds is [var hold, ..])
            return new($"held by the legal hold “{hold.Matter}” since {TimeText.Day(hold.PlacedAt)}{Others(batch.Holds.Count - 1, "other hold")}", Urgency.Stuck);
        if (Closed(batch) is { } closed)
            return new(closed, Urgency.Stuck);
        var ordinal = Ordinals[Math.Clamp(batch.Approvals, 0, Ordinals.Length - 1)];
        var whom = batch.Approvals == 0 ? batch.Quorum == 1 ? "a reviewer" : $"a {ordinal} reviewer" : $"a {ordinal} reviewer from another unit";
        return new($"waiting for {whom} for {For(batch.WaitingSince, now)}", now - batch.WaitingSince > LateAfter ? Urgency.Late : Urgency.Normal);
    }

    private static Bottleneck CoolingOff(BatchSituation batch, DateTimeOffset now) =>
        Closed(batch) is { } closed ? new($"{closed}; cooling off until {TimeText.Exact(batch.CoolingOffUntil!.Value)}", Urgency.Late)
        : now < batch.CoolingOffUntil ? new($"cooling off until {TimeText.Exact(batch.CoolingOffUntil.Value)}", Urgency.Normal)
        : new("the cooling-off period is over; it goes to executors within a minute", Urgency.Normal);

    private static Bottleneck Executing(BatchSituation batch, DateTimeOffset now)
    {
        var (tally, released) = (batch.Tally, batch.ReleasedAt ?? batch.StateSince);
        var lapse = batch.LapsesAt is { } lapses && lapses - now < SoonLapsing && !tally.IsTouched ? $"; it lapses on {TimeText.Exact(lapses)}" : "";
        var urgency = lapse.Length > 0 || now - released > LateAfter ? Urgency.Late : Urgency.Normal;
        if (batch.Unfetched.Count > 0)
            return new($"released {TimeText.Ago(released, now)}; no executor has fetched {OrdersOf(batch.Unfetched)}{lapse}", urgency);
        if (tally.StillPresent > 0)
            return new($"{Items(tally.StillPresent)} reported deleted {(tally.StillPresent == 1 ? "is" : "are")} still present and must be deleted again", Urgency.Stuck);
        if (Closed(batch) is { } closed)
            return new(closed, Urgency.Stuck);
        return new($"{Items(tally.Unanswered)} not yet reported on by executors, released {TimeText.Ago(released, now)}{lapse}", urgency);
    }

    private static Bottleneck Executed(BatchSituation batch, DateTimeOffset now)
    {
        var tally = batch.Tally;
        if (tally.Reported > 0 && batch.Owed is [var owed, ..])
        {
            return new(
                $"{Items(tally.Reported)} reported {TimeText.Ago(owed.Oldest, now)}, not yet confirmed by an inventory: {Next(owed, now)}",
                !owed.IsComplete || owed.AgeAt(now) is ProofAge.LongLate ? Urgency.Stuck : owed.AgeAt(now) is ProofAge.Late ? Urgency.Late : Urgency.Normal);
        }

        return tally.Reappeared > 0 ? new($"{Items(tally.Reappeared)} verified absent {(tally.Reappeared == 1 ? "has" : "have")} reappeared; {Needs(tally.Reappeared)} another batch", Urgency.Stuck)
            : tally.Failed > 0 ? new($"{Items(tally.Failed)} could not be deleted; {Needs(tally.Failed)} another batch", Urgency.Stuck)
            : new("proof that the executed items are absent", Urgency.Normal);
    }

    private static string Next(OwedProof owed, DateTimeOffset now) =>
        !owed.IsComplete ? $"{owed.Source} lists only part of what it has, so it cannot prove absence"
        : owed.ExpectedAt is not { } expected ? $"{owed.Source} has never reported"
        : expected < now ? $"the next report from {owed.Source} has been overdue since {TimeText.Exact(expected)}"
        : $"{owed.Source} is due to report by {TimeText.Exact(expected)}";

    /// <summary>“gates closed for 3 items: source stale”; null when none is closed.</summary>
    private static string? Closed(BatchSituation batch)
    {
        if (batch.ClosedItems == 0)
            return null;
        var most = batch.Gates.Where(gate => gate.Closed > 0).OrderByDescending(gate => gate.Closed).Take(2).Select(gate => GateText.WhyClosed(gate.Gate)).ToList();
        return $"gates closed for {Items(batch.ClosedItems)}{(most.Count == 0 ? "" : $": {string.Join(", ", most)}")}";
    }

    private static string OrdersOf(IReadOnlyList<string> places) => places switch
    {
        [var one] => $"the work order for {one}",
        [var one, var other] => $"the work orders for {one} and {other}",
        _ => $"the work orders for {places[0]}, {places[1]} and {places.Count - 2:N0} more",
    };

    private static string For(DateTimeOffset since, DateTimeOffset now) => TimeText.Span(now > since ? now - since : TimeSpan.Zero);

    private static string Items(long items) => items == 1 ? "1 item" : $"{items:N0} items";

    private static string Needs(long items) => items == 1 ? "it needs" : "they need";

    private static string Others(int count, string what) => count <= 0 ? "" : $" and {count} {what}{(count == 1 ? "" : "s")}";
}
