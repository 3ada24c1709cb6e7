using Dashboard.Web.Controls.Charts;

namespace Dashboard.Web.Features.Figures;

/// <summary>
/// Every figure of the pages that people decide by. A test recounts each of them from the rows, in another way than the page does, and follows
/// its link.
/// </summary>
public static class FigureDefinitions
{
    private const string Summary = "Summary";
    private const string Migration = "Migration";
    private const string Deletions = "Deletions";
    private const string Boundary = "Boundary";
    private const string Batch = "Deletion batch";

    private const string Inventories = "The latest inventory of each source that lists data that must be inside. The oldest of them is named next to the figure.";
    private const string Reports = "Reports by executors, and the complete inventories that came after them.";
    private const string Decisions = "Decisions recorded in this product.";
    private const string NotCounted =
        "Data that need not be inside. Copies verified absent. Copies inside that their source no longer lists; a copy outside that vanished without an order still counts.";

    public static readonly FigureDefinition TrafficInside = new(Summary, "Traffic inside",
        "Requests of the protected population that were answered from locations inside the boundary, on the latest day with a report, at most seven days back.",
        "All requests of the protected population reported for that day, those from locations at an unknown position included.",
        "Services and days for which no source reports traffic.",
        "The traffic reports of that day.");

    public static readonly FigureDefinition ProtectedInside = new(Summary, "Protected data inside",
        "Bytes of copies, whatever their role, at locations that are inside the boundary for their classification.",
        "Bytes of all copies that count, at inside, outside and unknown positions.",
        NotCounted, Inventories);

    public static readonly FigureDefinition BackupsOutside = new(Summary, "Backup copies outside",
        "Copies with the role backup at locations that are outside the boundary for their classification.", null,
        $"{NotCounted} Backups at locations of unknown position; they are counted as unknown data.", Inventories);

    public static readonly FigureDefinition DeletionsVerified = new(Summary, "Deletions verified",
        "Copies of released batches that a later complete inventory of the same source does not list.",
        "All copies of released batches: verified absent, reported, pending, failed, or listed again.",
        "Items that reviewers excluded, that moved to another batch, or that were never acted on before their batch was stopped or lapsed.", Reports);

    public static readonly FigureDefinition Stages = new(Summary, "Datasets by stage",
        "Datasets that must be inside, by the stage that is derived from their copies.", null,
        "Datasets whose classification need not be inside.", Inventories);

    public static readonly FigureDefinition Places = new(Summary, "Where it is",
        "Bytes and copies of data that must be inside, by location. The area of a circle is proportional to bytes; a ring marks a location too small to draw to scale.", null,
        NotCounted, Inventories);

    public static readonly FigureDefinition Week = new(Summary, "What changed this week",
        "Changes of copies by applied inventories in the last seven days, changes of stage since then, and bytes and backup copies outside compared with the day a week before.", null,
        "Rows of traffic reports and registers.", "The imports of the last seven days.");

    public static readonly FigureDefinition AtRisk = new(Migration, "Datasets at risk",
        "Datasets that must be inside and whose declared status contradicts their copies, or that have no owner or no classification.", null,
        "Datasets whose classification need not be inside.", Inventories);

    public static readonly FigureDefinition Pivoted = new(Migration, "Datasets pivoted",
        "Datasets of the wave with a copy inside and none outside, backups included.", "Datasets of the wave that must be inside.",
        "Datasets whose classification need not be inside.", Inventories);

    public static readonly FigureDefinition WaveData = new(Migration, "Data by position",
        "Bytes of the copies of the wave's datasets, by position.", "Bytes of all their copies that count.", NotCounted, Inventories);

    public static readonly FigureDefinition Proposed = new(Deletions, "Proposed",
        "Copies in drafts.", null, "A draft claims no copy, so one copy can be in several drafts.", Decisions);

    public static readonly FigureDefinition Waiting = new(Deletions, "Waiting for review",
        "Copies in batches that reviewers are deciding.", null, "Excluded items.", Decisions);

    public static readonly FigureDefinition CoolingOff = new(Deletions, "Cooling off",
        "Copies in approved batches that have not been released to executors.", null, "Excluded items.", Decisions);

    public static readonly FigureDefinition WithExecutors = new(Deletions, "With executors",
        "Copies in batches released to executors that are neither reported nor verified: handed out, held back by a gate, failed, or listed again.", null,
        "Batches on every item of which executors have reported.", Reports);

    public static readonly FigureDefinition Reported = new(Deletions, "Reported, not verified",
        "Copies that an executor reported as deleted and no later complete inventory has confirmed, in batches of every state.", null,
        "Failed items and copies that are still listed; they are named below the figure.", Reports);

    public static readonly FigureDefinition Verified = new(Deletions, "Verified absent",
        "Copies that an executor reported as deleted and that a later complete inventory of the same source does not list, in batches of every state.", null,
        "Copies that were listed again after that.", Reports);

    public static readonly FigureDefinition MustBeInside = new(Boundary, "Positions today",
        "Bytes and copies of data that must be inside, by position under the rules in force today, for each location.", null, NotCounted, Inventories);

    public static readonly FigureDefinition BatchCopies = new(Batch, "Copies and bytes",
        "Items of the batch.", null, "Items that were excluded or that moved to another batch.", Decisions);

    public static readonly FigureDefinition BatchProgress = new(Batch, "Progress",
        "Items of the batch by what is known about their deletion.", null, "Items that were excluded or that moved to another batch are named separately.", Reports);

    public static readonly IReadOnlyList<FigureDefinition> All =
    [
        TrafficInside, ProtectedInside, BackupsOutside, DeletionsVerified, Stages, Places, Week, AtRisk, Pivoted, WaveData,
        Proposed, Waiting, CoolingOff, WithExecutors, Reported, Verified, MustBeInside, BatchCopies, BatchProgress,
    ];
}
