namespace Dashboard.Ledger;

/// <summary>Collects the findings. Only the first few are kept: a journal with ten million invalid lines must not fill the memory.</summary>
internal sealed class Findings
{
    private const int MaxKept = 20;

    public List<Problem> Problems { get; } = [];

    public List<Problem> Warnings { get; } = [];

    public long Further { get; private set; }

    public bool AreEmpty => Problems.Count == 0;

    public void Entry(ProblemKind kind, long entry, string message) => Add(new(kind, entry, CheckpointSize: null, message));

    public void Checkpoint(ProblemKind kind, long? size, string message) => Add(new(kind, Entry: null, size, message));

    public void Add(ProblemKind kind, string message) => Add(new(kind, Entry: null, CheckpointSize: null, message));

    public void Warn(ProblemKind kind, long entry, string message)
    {
        if (Warnings.Count < MaxKept) Warnings.Add(new(kind, entry, CheckpointSize: null, message));
    }

    private void Add(Problem problem)
    {
        if (Problems.Count < MaxKept) Problems.Add(problem);
        else Further++;
    }
}
