namespace Dashboard.Core;

/// <summary>An expected refusal: what was refused and why, worded so that it can be shown to the user.</summary>
/// <param name="Message">One or two plain sentences: what is wrong and what to do.</param>
public abstract record Refusal(string Message);

/// <summary>The outcome of a use case that has nothing to return: done, or refused. Exceptions mean bugs.</summary>
public readonly record struct Result(Refusal? Refusal)
{
    public static Result Done => default;

    public bool IsDone => Refusal is null;

    public static implicit operator Result(Refusal refusal) => new(refusal);
}

/// <summary>The outcome of a use case: a value or a refusal.</summary>
public readonly record struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    public Refusal? Refusal { get; }

    public bool IsDone => Refusal is null;

    /// <exception cref="InvalidOperationException">The use case was refused; check <see cref="IsDone"/> first.</exception>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException($"Refused: {Refusal.Message}");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}
