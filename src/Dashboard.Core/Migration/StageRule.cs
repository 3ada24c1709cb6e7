using Dashboard.Core.Inventory;

namespace Dashboard.Core.Migration;

/// <summary>One step toward pivoted: whether the dataset has reached it, with the evidence or what is missing.</summary>
public sealed record StageStep(Stage Stage, bool IsMet, string Evidence);

/// <summary>
/// The stage rule, in one place. It reads only a dataset's copies and their recorded comparisons, never a declared status. Unknown counts
/// as outside. If several outside primaries exist (one per shard), each of them needs an equal copy inside.
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

    /// <summary>Whether the migration tool's declared status contradicts the stage.</summary>
    public static bool Contradicts(DeclaredStatus? declared, Stage? stage) => (declared, stage) switch
    {
        (DeclaredStatus.Completed, < Stage.Verified) => true,
        (DeclaredStatus.NotStarted, > Stage.NotStarted) => true,
        _ => false,
    };

    /// <summary>The status derived from the copies. The stage is null when the classification need not be inside.</summary>
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
    /// The six steps, each with its evidence or what is missing. A later step can be reached without an earlier one, for example a cut-over
    /// without a comparison. The earlier step then says what is still missing.
    /// </summary>
    public IReadOnlyList<StageStep> Explain()
    {
        var stage = Stage;
        var open = outside.Count(copy => !copy.DeletionOrdered);
        return
        [
            Step(Stage.NotStarted, true, copies.Count == 0 ? "No inventory has listed a copy yet." : $"{Count(copies.Count, "copy", "copies")} known, {outside.Length:N0} of them outside or unknown.", ""),
            Step(Stage.Copying, inside.Length > 0, $"{Count(inside.Length, "copy", "copies")} inside.", "a copy inside the boundary"),
            Step(Stage.Verified, IsEqual, references.Length == 0 ? "No copy is left outside to compare with." : $"An equal copy is inside for {Of(references.Length)}{Recorded()}.", $"an equal copy inside for {references.Length - equalReferences:N0} of {references.Length:N0} outside (same fingerprint, same number of records, or a recorded comparison)"),
            Step(Stage.CutOver, PrimaryIsInside, "The primary is inside.", inside.Any(IsPrimary) ? "a cut-over of each primary that is still outside" : "the primary inside"),
            Step(Stage.Retiring, AllDeletionsOrdered, "Every outside copy is in an approved deletion batch.", $"an approved deletion for {open:N0} of {outside.Length:N0} outside copies"),
            Step(Stage.Pivoted, stage is Stage.Pivoted, "No copy remains outside.", $"proof of absence for {Count(outside.Length, "outside copy", "outside copies")}"),
        ];

        StageStep Step(Stage step, bool holds, string evidence, string missing) => new(
            step, step <= stage,
            holds ? evidence
            : step > stage ? $"Missing: {missing}."
            : stage is Stage.Pivoted ? "Passed: no copy is left outside."
            : $"Passed, but missing: {missing}.");

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

    /// <summary>
    /// Several copies can be equally new. Each of them needs an equal copy; otherwise the stage would depend on the order of the rows.
    /// </summary>
    private static CopyEvidence[] Newest(CopyEvidence[] outside)
    {
        var latest = outside.Max(copy => copy.Appeared);
        return Array.FindAll(outside, copy => copy.Appeared == latest);
    }
}
