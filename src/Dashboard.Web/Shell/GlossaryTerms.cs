namespace Dashboard.Web.Shell;

/// <summary>Every term that the product uses in a particular sense. A new page or state adds its term here.</summary>
public static class GlossaryTerms
{
    private const string Place = "Where data is";
    private const string Progress = "How far the migration is";
    private const string Basis = "What figures are based on";
    private const string Removal = "How copies are deleted";
    private const string Record = "How decisions are recorded";

    public static readonly GlossaryTerm Boundary = new(Place, "Boundary",
        "The rules that say which operator, in which country, may hold data of which classification, and from when until when.");

    public static readonly GlossaryTerm Position = new(Place, "Position",
        "Whether a location is inside or outside the boundary for a classification. Both operator and country decide. If either is not known, the position is Unknown. Unknown is never counted as inside.");

    public static readonly GlossaryTerm Location = new(Place, "Location",
        "A place that can hold data: a cloud region, a data center or an offline vault, with its operator, country and region.");

    public static readonly GlossaryTerm Dataset = new(Place, "Dataset",
        "A named body of data with a system, an owner and a classification. It consists of all its copies, wherever they are.");

    public static readonly GlossaryTerm Classification = new(Place, "Classification",
        "How sensitive a dataset is, and whether it must be inside the boundary. A dataset without a classification counts as protected.");

    public static readonly GlossaryTerm Copy = new(Place, "Copy",
        "One dataset at one location in one role. A copy is identified by its source and the source's own resource ID.");

    public static readonly GlossaryTerm Role = new(Place, "Role",
        "What a copy is for: primary, replica, backup, archive, cache or export. Every role counts: a dataset with one backup outside has not been moved.");

    public static readonly GlossaryTerm Unmapped = new(Place, "Unmapped dataset",
        "Collects the objects that no mapping rule assigns to a dataset. It is unclassified, so it counts as protected.");

    public static readonly GlossaryTerm Wave = new(Progress, "Wave",
        "A group of datasets that are planned to move together, with target dates. A wave may have no target date; the pages say so.");

    public static readonly GlossaryTerm Stage = new(Progress, "Stage",
        "How far a dataset has come, derived from its copies: not started, copying, verified, cut over, retiring, pivoted. It is never entered by hand.");

    public static readonly GlossaryTerm NotStarted = new(Progress, "Not started", "Stage of a dataset with no copy inside the boundary.");

    public static readonly GlossaryTerm Copying = new(Progress, "Copying",
        "Stage of a dataset with a copy inside that is not yet known to equal the copy outside.");

    public static readonly GlossaryTerm Verified = new(Progress, "Verified",
        "Stage of a dataset whose copy inside equals the copy outside: same fingerprint, same number of records, or a recorded comparison. A deletion batch is verified when each of its items is verified absent, excluded or moved to another batch.");

    public static readonly GlossaryTerm CutOver = new(Progress, "Cut over", "Stage of a dataset whose primary copy is inside the boundary.");

    public static readonly GlossaryTerm Retiring = new(Progress, "Retiring",
        "Stage of a dataset whose remaining copies outside are all in approved or executed deletion batches.");

    public static readonly GlossaryTerm Pivoted = new(Progress, "Pivoted",
        "Stage of a dataset with a copy inside and no copy outside, backups included. This is the goal.");

    public static readonly GlossaryTerm DeclaredStatus = new(Progress, "Declared status",
        "What a migration tool reports about a dataset. It is shown next to the stage, and a contradiction is flagged. Figures never rely on it.");

    public static readonly GlossaryTerm Comparison = new(Progress, "Recorded comparison",
        "The result of comparing a copy inside with a copy outside, recorded with method, counts and evidence. It ends when either copy changes.");

    public static readonly GlossaryTerm Source = new(Basis, "Source",
        "A system that reports inventory, traffic or a register of datasets. It has an expected interval; when that passes without a report, its figures are stale.");

    public static readonly GlossaryTerm Import = new(Basis, "Import",
        "One report of a source: its files and their hashes, the rows read, accepted and rejected, and what it changed.");

    public static readonly GlossaryTerm Complete = new(Basis, "Complete and partial",
        "A complete import lists everything that its source has, so a copy that it lacks is gone. A partial import adds and changes copies but never shows that one is gone.");

    public static readonly GlossaryTerm Stale = new(Basis, "Fresh and stale",
        "A figure is stale when one of its sources has not reported within its expected interval.");

    public static readonly GlossaryTerm RejectedRow = new(Basis, "Rejected row",
        "A row of an import that could not be read. It is kept with its line, column, value and the reason.");

    public static readonly GlossaryTerm MappingRule = new(Basis, "Mapping rule",
        "Assigns the objects or files of a source to a dataset by the start of their path.");

    public static readonly GlossaryTerm Finding = new(Basis, "Finding",
        "Something that needs an answer: for example, a copy that reappeared, or one that disappeared without an order.");

    public static readonly GlossaryTerm Present = new(Removal, "Present", "State of a copy that the latest report of its source lists.");

    public static readonly GlossaryTerm DeletionPending = new(Removal, "Deletion pending",
        "State of a copy in an approved batch that has not been executed.");

    public static readonly GlossaryTerm DeletionReported = new(Removal, "Deletion reported",
        "State of a copy that an executor says it has deleted. It still counts until it is verified absent.");

    public static readonly GlossaryTerm VerifiedAbsent = new(Removal, "Verified absent",
        "State of a copy whose deletion was reported and which a later complete import of the same source no longer lists. This is the only evidence of a deletion that the dashboard accepts.");

    public static readonly GlossaryTerm Missing = new(Removal, "Missing",
        "State of a copy that a complete import lacks although no one ordered its deletion. If it was outside, it still counts, and a finding is raised.");

    public static readonly GlossaryTerm Reappeared = new(Removal, "Reappeared",
        "State of a copy that was verified absent or missing and is listed again. It raises a finding.");

    public static readonly GlossaryTerm Batch = new(Removal, "Deletion batch",
        "A set of copies that a governance lead proposes to delete. Its way: draft, in review, approved, executing, executed, verified. It can also be rejected, withdrawn or lapsed.");

    public static readonly GlossaryTerm Manifest = new(Removal, "Manifest",
        "The exact list of a batch's items with method and gates. An approval names its SHA-256, so it is valid for exactly that list.");

    public static readonly GlossaryTerm Gate = new(Removal, "Gate",
        "A condition that a copy must meet before it may be deleted, such as an equal copy inside. A gate that cannot be evaluated is closed.");

    public static readonly GlossaryTerm ApprovalRule = new(Removal, "Approval rule",
        "How many reviewers must approve a batch. They must be of different units, and none of them may have proposed it.");

    public static readonly GlossaryTerm CoolingOff = new(Removal, "Cooling-off",
        "The time after the last approval in which any lead or reviewer can still stop a batch.");

    public static readonly GlossaryTerm WorkOrder = new(Removal, "Work order",
        "The signed list of copies that executors of a location fetch, delete and report on.");

    public static readonly GlossaryTerm Sanitization = new(Removal, "Sanitization",
        "How data is destroyed, in the terms of NIST SP 800-88: clear, purge or destroy, each with a technique such as cryptographic erase.");

    public static readonly GlossaryTerm LegalHold = new(Removal, "Legal hold",
        "An order to keep data for a legal matter. It blocks the deletion of every copy in its scope and voids the approvals of batches that contain one.");

    public static readonly GlossaryTerm Certificate = new(Removal, "Certificate of sanitization",
        "The record of a verified batch: what was deleted, how, on whose decision, and which import showed that it is gone.");

    public static readonly GlossaryTerm Ledger = new(Record, "Ledger",
        "The append-only log of every change. It is a Merkle tree (RFC 6962): anyone with a checkpoint can check that no entry was altered or removed.");

    public static readonly GlossaryTerm Checkpoint = new(Record, "Checkpoint",
        "The signed head of the ledger: how many entries it has, and one hash that depends on all of them. Keep one, and no one can rewrite what came before it unnoticed.");

    public static readonly GlossaryTerm Proof = new(Record, "Proof",
        "Hashes that show that an entry is in the ledger, or that a later checkpoint only added entries. Your browser or the ledger-check program verifies it without trusting the dashboard.");

    public static readonly GlossaryTerm Witness = new(Record, "Witness",
        "An independent server that keeps and countersigns every checkpoint.");

    public static readonly GlossaryTerm Member = new(Record, "Member",
        "A person who has signed in, with role, unit and country as the identity provider states them.");

    /// <summary>All terms, in the order in which the glossary shows them.</summary>
    public static IReadOnlyList<GlossaryTerm> All { get; } =
    [
        Boundary, Position, Location, Dataset, Classification, Copy, Role, Unmapped,
        Wave, Stage, NotStarted, Copying, Verified, CutOver, Retiring, Pivoted, DeclaredStatus, Comparison,
        Source, Import, Complete, Stale, RejectedRow, MappingRule, Finding,
        Present, DeletionPending, DeletionReported, VerifiedAbsent, Missing, Reappeared,
        Batch, Manifest, Gate, ApprovalRule, CoolingOff, WorkOrder, Sanitization, LegalHold, Certificate,
        Ledger, Checkpoint, Proof, Witness, Member,
    ];
}
