using Dashboard.Core.Administration;

namespace Dashboard.Core.Ledger;

/// <summary>
/// Raised when the self-check finds that the stored log contradicts itself or what was signed. It stays until a governance lead explains
/// it; nothing repairs it silently.
/// </summary>
public sealed class LedgerAlarm
{
    private LedgerAlarm()
    {
    }

    public long Id { get; private set; }

    public DateTimeOffset RaisedAt { get; private set; }

    /// <summary>Number of the first bad entry; null if the problem is not in one entry.</summary>
    public long? Sequence { get; private set; }

    /// <summary>What is wrong, in plain words.</summary>
    public string Text { get; private set; } = "";

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    public string? AcknowledgedBy { get; private set; }

    /// <summary>The cause, and what was done about it.</summary>
    public string? Answer { get; private set; }

    public static LedgerAlarm Raise(string text, long? sequence, DateTimeOffset now) => new() { RaisedAt = now, Text = text, Sequence = sequence };

    public Result Acknowledge(Member by, string answer, DateTimeOffset now)
    {
        if (AcknowledgedAt is not null)
            return new AlarmAlreadyAcknowledged(AcknowledgedBy!);
        if (string.IsNullOrWhiteSpace(answer))
            return new AlarmNeedsAnswer();
        if (answer.Trim().Length > 2000)
            return new TextTooLong("The answer", 2000);
        (AcknowledgedAt, AcknowledgedBy, Answer) = (now, by.Name, answer.Trim());
        return Result.Done;
    }
}

public sealed record AlarmAlreadyAcknowledged(string By) : Refusal($"{By} has already answered this alarm. Reload the page.");

public sealed record AlarmNeedsAnswer() : Refusal("State the cause and what was done about it.");
