using Dashboard.Core.Inventory;

namespace Dashboard.Core.Migration;

/// <summary>One step of the ladder: whether the dataset has taken it, on what evidence, and what is missing.</summary>
public sealed record StageStep(Stage Stage, bool IsMet, string Evidence);

/// <summary>
/// The rule of stage, in one place. It reads a dataset's copies, and comparisons of them that were put on record
/// with evidence; nothing that anybody declared. Unknown counts as outside; where
/// several outside primaries exist (one per shard), every one of them needs an equal copy inside.
/// </summary>
public sealed class StageRule
{
    private readonly IReadOnlyCollection<CopyEvidence> copies;
    private readonly CopyEvidence[] inside;
    private readonly CopyEvidence[] outside;
    private readonly CopyEvidence[] references;
    private readonly int equalReferences;
    private readonly int recordedReferences;

    /// <param name="comparisons">The recorded comparisons of the dataset.</param>
    public StageRule(IReadOnlyCollection<CopyEvidence> copies, IReadOnlyCollection<RecordedComparison> comparisons)
    {
        this.copies = copies;
        inside = [.. copies.Where(copy => copy.IsInside)];
        outside = [.. copies.Where(copy => copy.RemainsOutside)];
        references = References(outside);
        var comparison = new CopyComparison(inside, comparisons);
        var equalities = Array.ConvertAll(references, comparison.Of);
        equalReferences = equalities.Count(equality => equality is not Equality.NotShown);
        recordedReferences = equalities.Count(equality => equality is Equality.Recorded);
    }

    public Stage Stage =>
        copies.Count == 0 ? Stage.NotStarted
        : outside.Length == 0 ? Stage.Pivoted
        : inside.Length == 0 ? Stage.NotStarted
        : AllDeletionsOrdered ? Stage.Retiring
        : PrimaryIsInside ? Stage.CutOver
        : IsEqual ? Stage.Verified
        : Stage.Copying;

    private bool IsEqual => inside.Length > 0 && equalReferences == references.Length;

    private bool PrimaryIsInside => inside.Any(IsPrimary) && !outside.Any(IsPrimary);

    private bool AllDeletionsOrdered => outside.Length > 0 && outside.All(copy => copy.DeletionOrdered);

    /// <summary>Does what the migration tool declares contradict the stage?</summary>
    public static bool Contradicts(DeclaredStatus? declared, Stage? stage) => (declared, stage) switch
    {
        (DeclaredStatus.Completed, < Stage.Verified) => true,
        (DeclaredStatus.NotStarted, > Stage.NotStarted) => true,
        _ => false,
    };

    /// <summary>What the copies amount to. The stage is null when the classification need not be inside.</summary>
    public DatasetStatus Status(bool mustBeInside, DeclaredStatus? declared)
    {
        Stage? stage = mustBeInside ? Stage : null;
        var known = outside.Where(copy => copy.Position is Position.Outside).ToArray();
        var unknown = outside.Where(copy => copy.Position is Position.Unknown).ToArray();
        var backups = known.Where(copy => copy.Role is CopyRole.Backup).ToArray();
        return new(
            stage,
            inside.LongLength, known.LongLength, unknown.LongLength,
            inside.Sum(copy => copy.Bytes), known.Sum(copy => copy.Bytes), unknown.Sum(copy => copy.Bytes),
            backups.LongLength, backups.Sum(copy => copy.Bytes),
            Contradicts(declared, stage));
    }

    /// <summary>
    /// The six steps, each with the evidence for it or what is missing. A later step can be taken without an earlier one, such as a
    /// cut-over that nobody compared first; then the earlier one says that it was passed without proof.
    /// </summary>
    public IReadOnlyList<StageStep> Explain()
    {
        var stage = Stage;
        var open = outside.Count(copy => !copy.DeletionOrdered);
        return
        [
            Step(Stage.NotStarted, true, copies.Count == 0 ? "No inventory has listed a copy yet." : $"{Count(copies.Count, "copy", "copies")} known, {outside.Length:N0} of them outside or unknown.", ""),
            Step(Stage.Copying, inside.Length > 0, $"{Count(inside.Length, "copy", "copies")} inside.", "a copy inside the boundary"),
            Step(Stage.Verified, IsEqual, references.Length == 0 ? "Nothing is left outside to compare with." : $"An equal copy is inside for {Of(references.Length)}{Recorded()}.", $"an equal copy inside for {references.Length - equalReferences:N0} of {references.Length:N0} outside (same fingerprint, same number of records, or a recorded comparison)"),
            Step(Stage.CutOver, PrimaryIsInside, "The primary is inside.", inside.Any(IsPrimary) ? "a primary still remains outside" : "the primary inside"),
            Step(Stage.Retiring, AllDeletionsOrdered, "Every outside copy is in an approved deletion batch.", $"an approved deletion for {open:N0} of {outside.Length:N0} outside copies"),
            Step(Stage.Pivoted, stage is Stage.Pivoted, "No copy remains outside.", $"proof of absence for {Count(outside.Length, "outside copy", "outside copies")}"),
        ];

        StageStep Step(Stage step, bool holds, string evidence, string missing) => new(
            step, step <= stage,
            holds ? evidence
            : step > stage ? $"Missing: {missing}."
            : stage is Stage.Pivoted ? "Passed: no copy is left outside."
            : $"Passed without proof: {missing}.");

        string Recorded() =>
            recordedReferences == 0 ? ""
            : recordedReferences == references.Length ? ", by recorded comparison"
            : $", for {recordedReferences:N0} of them by recorded comparison";

        static string Of(int references) => references == 1 ? "the outside copy that counts" : $"all {references:N0} outside copies that count";
    }

    private static bool IsPrimary(CopyEvidence copy) => copy.Role is CopyRole.Primary;

    private static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count:N0} {many}";

    private static CopyEvidence[] References(CopyEvidence[] outside) =>
        Array.Exists(outside, IsPrimary) ? Array.FindAll(outside, IsPrimary)
        : outside.Length == 0 ? []
        : Newest(outside);

    /// <summary>Several can be equally new; each then needs its equal, or the stage would depend on the order of the rows.</summary>
    private static CopyEvidence[] Newest(CopyEvidence[] outside)
    {
        var latest = outside.Max(copy => copy.Appeared);
        return Array.FindAll(outside, copy => copy.Appeared == latest);
    }
}
