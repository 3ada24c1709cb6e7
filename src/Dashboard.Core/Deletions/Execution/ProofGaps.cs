using Dashboard.Core.Imports;

namespace Dashboard.Core.Deletions;

/// <summary>Why an import that does not list a copy does not prove that the copy is gone. Without a gap, it is proof.</summary>
[Flags]
public enum ProofGaps
{
    None = 0,

    /// <summary>The import lists only a part of its source.</summary>
    Partial = 1,

    /// <summary>Nothing shows that the import's files are whole: no format, no stated count, no person.</summary>
    NotWhole = 2,

    /// <summary>A rejected row names the copy.</summary>
    NotUnderstood = 4,

    /// <summary>The import describes a time before the deletion was carried out.</summary>
    TooEarly = 8,

    /// <summary>The import lists another part of the source.</summary>
    NotCovered = 16,

    /// <summary>The import was neither sent by the source itself nor brought and confirmed by two people who have nothing to do with the batch.</summary>
    NotIndependent = 32,
}

/// <summary>Someone who brought or confirmed an import.</summary>
public sealed record ImportPerson(long Id, string Name, string? Unit);

/// <summary>What an import is worth as a witness.</summary>
/// <param name="Coverage">The parts of the source that it lists; empty for the whole source.</param>
/// <param name="TokenId">The source's own token that it came with; null if a person or the inbox brought it.</param>
/// <param name="BroughtBy">Null for a token or the inbox.</param>
/// <param name="ConfirmedBy">Null if it was applied without a person.</param>
public sealed record ImportWitness(
    bool IsComplete, Wholeness Wholeness, DateTimeOffset AsOf, IReadOnlyCollection<string> Coverage, long? TokenId, ImportPerson? BroughtBy,
    ImportPerson? ConfirmedBy);

/// <summary>A copy that was reported deleted and that an import does not list.</summary>
/// <param name="Executors">Names of those who carried out or reported the deletion.</param>
/// <param name="ExecutorTokenId">The token that the report came with.</param>
public sealed record ReportedCopy(
    long CopyId, string? Coverage, bool IsNotUnderstood, DateTimeOffset? PerformedAt, long? ProposerId, IReadOnlyCollection<string> Executors,
    long? ExecutorTokenId)
{
    /// <summary>A copy whose report is not known.</summary>
    public static ReportedCopy WithoutReport(long copyId) => new(copyId, null, false, null, null, [], null);
}

/// <summary>The conditions of proof, in one place: <see cref="Gaps"/> is asked for each import and each copy that it does not list.</summary>
public static class ProofConditions
{
    /// <summary>The gaps in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<ProofGaps> All =
        [ProofGaps.Partial, ProofGaps.NotWhole, ProofGaps.NotUnderstood, ProofGaps.TooEarly, ProofGaps.NotCovered, ProofGaps.NotIndependent];

    public static ProofGaps Gaps(ImportWitness import, ReportedCopy copy) =>
        Unless(ProofGaps.Partial, import.IsComplete)
        | Unless(ProofGaps.NotWhole, import.Wholeness is not Wholeness.NotStated)
        | Unless(ProofGaps.NotUnderstood, !copy.IsNotUnderstood)
        | Unless(ProofGaps.TooEarly, copy.PerformedAt is not { } performed || performed < import.AsOf)
        | Unless(ProofGaps.NotCovered, import.Coverage.Count == 0 || (copy.Coverage is { } part && import.Coverage.Contains(part)))
        | Unless(ProofGaps.NotIndependent, IsIndependent(import, copy));

    /// <summary>Each gap as a phrase that follows "not proved: ".</summary>
    public static IReadOnlyList<string> Explain(ProofGaps gaps) => [.. All.Where(gap => gaps.HasFlag(gap)).Select(Phrase)];

    private static string Phrase(ProofGaps gap) => gap switch
    {
        ProofGaps.Partial => "the import lists only a part of its source",
        ProofGaps.NotWhole => "nothing shows that the import's file is whole",
        ProofGaps.NotUnderstood => "a row that names the copy was not understood",
        ProofGaps.TooEarly => "the import describes a time before the deletion",
        ProofGaps.NotCovered => "the import lists another part of the source",
        ProofGaps.NotIndependent => "the import does not come from the source itself, and was not brought and confirmed by two people of different units who neither proposed nor executed the deletion",
        _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, "Not a single gap."),
    };

    private static bool IsIndependent(ImportWitness import, ReportedCopy copy)
    {
        if (import.TokenId is { } token)
            return token != copy.ExecutorTokenId;
        return import.BroughtBy is { } brought && import.ConfirmedBy is { } confirmed && brought.Id != confirmed.Id
            && !string.IsNullOrWhiteSpace(brought.Unit) && !string.IsNullOrWhiteSpace(confirmed.Unit)
            && !string.Equals(brought.Unit.Trim(), confirmed.Unit.Trim(), StringComparison.OrdinalIgnoreCase)
            && HasNothingToDoWith(brought, copy) && HasNothingToDoWith(confirmed, copy);
    }

    private static bool HasNothingToDoWith(ImportPerson person, ReportedCopy copy) =>
        person.Id != copy.ProposerId && !copy.Executors.Contains(person.Name, StringComparer.OrdinalIgnoreCase);

    private static ProofGaps Unless(ProofGaps gap, bool holds) => holds ? ProofGaps.None : gap;
}
