namespace Dashboard.Ledger;

/// <summary>Collects what is found. The first few tell the story; a journal of ten million bad lines must not fill the memory.</summary>
internal sealed class Findings
{
    private const int Most = 20;

    public List<Problem> Problems { get; } = [];

    public List<Problem> Warnings { get; } = [];

    public long Further { get; private set; }

    public bool AreEmpty => Problems.Count == 0;

    public void Entry(ProblemKind kind, long entry, string words) => Add(new(kind, entry, CheckpointSize: null, words));

    public void Checkpoint(ProblemKind kind, long? size, string words) => Add(new(kind, Entry: null, size, words));

    public void Add(ProblemKind kind, string words) => Add(new(kind, Entry: null, CheckpointSize: null, words));

    public void Warn(ProblemKind kind, long entry, string words)
    {
        if (Warnings.Count < Most) Warnings.Add(new(kind, entry, CheckpointSize: null, words));
    }

    private void Add(Problem problem)
    {
        if (Problems.Count < Most) Problems.Add(problem);
        else Further++;
    }
}
