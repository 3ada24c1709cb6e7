using Dashboard.Core.Ledger;

namespace Dashboard.Core.Migration;

/// <summary>A planned group of datasets. Its target dates are optional; “no date” is shown as such.</summary>
public sealed class Wave : IVersioned, ILedgered
{
    private Wave()
    {
    }

    public long Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Description { get; private set; } = "";

    public DateOnly? TargetStart { get; private set; }

    public DateOnly? TargetCompletion { get; private set; }

    public long Version { get; private set; }

    public static Result<Wave> Create(string name, string description, DateOnly? targetStart, DateOnly? targetCompletion)
    {
        var wave = new Wave();
        return wave.Revise(name, description, targetStart, targetCompletion).Refusal is { } refusal ? refusal : wave;
    }

    public Result Revise(string name, string description, DateOnly? targetStart, DateOnly? targetCompletion)
    {
        name = name.Trim();
        if (name.Length is 0 or > 80)
            return new WaveNameInvalid();
        if (targetCompletion < targetStart)
            return new WaveEndsBeforeItStarts();
        if (description.Trim().Length > 1000)
            return new TextTooLong("The description", 1000);
        (Name, Description, TargetStart, TargetCompletion) = (name, description.Trim(), targetStart, targetCompletion);
        return Result.Done;
    }

    /// <summary>Past its target and not complete. A wave without a date is never overdue, so “no date” is shown as a state of its own.</summary>
    public static bool IsOverdue(DateOnly? targetCompletion, DateOnly today, bool isComplete) => !isComplete && targetCompletion < today;
}
