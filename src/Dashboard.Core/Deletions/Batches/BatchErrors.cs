using System.Globalization;

namespace Dashboard.Core.Deletions;

public sealed record BatchNameInvalid() : Refusal($"Give the batch a name of 1 to {BatchFacts.LongestName} characters.");

public sealed record BatchNeedsReason() : Refusal("Say why these copies are to be deleted. The reviewers decide by it.");

public sealed record TechniqueInvalid() : Refusal($"Name the technique, in 1 to {SanitizationTechniques.MaxLength} characters.");

public sealed record NoLongerADraft(BatchState State)
    : Refusal($"This batch is {Naming.Of(State)}, and no longer a draft that can be edited. Reload the page.");

public sealed record OnlyTheProposerEdits(string Proposer)
    : Refusal($"Only {Proposer}, who proposes this batch, can edit or submit it, so that one person answers for it. Make a batch of your own, or withdraw this one.");

public sealed record BatchIsEmpty() : Refusal("The batch has no items. Add copies from the inventory first.");

public sealed record TooManyItems(long Items)
    : Refusal($"That would make {Items:N0} items; a batch can have {DeletionBatch.MostItems:N0}. Narrow the filter, and make several batches.");

public sealed record NothingToAdd() : Refusal("No copy that could be added matches. Copies already in this batch, or verified absent, are left out.");

public sealed record InsideCopiesNeedReason(long Copies)
    : Refusal($"{Copies:N0} of the copies lie inside the boundary. Say why they are redundant, or take them out.");

public sealed record GatesAreClosed(long Items)
    : Refusal($"{Items:N0} {(Items == 1 ? "item has" : "items have")} a closed gate. Take them out or open the gate, and try again.");

public sealed record CopyClaimedMeanwhile()
    : Refusal("Another batch that holds some of these copies was submitted at the same moment. Look at the gates again.");

public sealed record NotInReview(BatchState State)
    : Refusal($"This batch is {Naming.Of(State)} and cannot be reviewed now. Reload the page to see what happened.");

public sealed record ProposerCannotReview()
    : Refusal("You proposed this batch. Somebody else must review it.");

public sealed record ReviewerWithoutUnit()
    : Refusal("Your account names no unit, so nobody can see that the reviewers are of different units. Ask your identity administrator.");

public sealed record AlreadyApproved() : Refusal("You have approved this batch already. It waits for somebody else.");

public sealed record UnitHasApproved(string Unit, string Reviewer)
    : Refusal($"{Reviewer} of your unit, {Unit}, has approved this batch already. The next approval must come from another unit.");

public sealed record ManifestChanged()
    : Refusal("The batch has changed since you opened it, so you would approve something else than what you saw. Reload the page and look at it again.");

public sealed record DecisionNeedsReason() : Refusal("Give a reason. It is recorded, and others rely on it.");

public sealed record NothingWouldBeLeft() : Refusal("That would leave no item in the batch. Reject the batch instead.");

public sealed record ItemNotFound(long Number) : Refusal($"This batch has no item {Number} that could still be excluded. Reload the page.");

public sealed record NothingToStop(BatchState State)
    : Refusal($"This batch is {Naming.Of(State)}: only one that is approved or being executed can be stopped. Reload the page.");

public sealed record CannotBeWithdrawn(BatchState State)
    : Refusal($"This batch is {Naming.Of(State)} and can no longer be withdrawn. One that is being executed can be stopped.");

public sealed record NotApproved(BatchState State)
    : Refusal($"This batch is {Naming.Of(State)}: nothing may be deleted on the strength of it.");

public sealed record StillCoolingOff(DateTimeOffset Until)
    : Refusal($"This batch is cooling off until {Until.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC. Nothing may be deleted before.");

public sealed record HasLapsed(DateTimeOffset At)
    : Refusal($"The approval of this batch lapsed on {At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC. What is left needs another batch.");

public sealed record NotReleased() : Refusal("The work order of this batch is not released yet. Try again in a minute.");

public sealed record ManifestDiffers()
    : Refusal("The items of this batch do not give the manifest that was approved. Nothing is handed out; an auditor must look at it.");

public sealed record NoteNeedsText() : Refusal("Write something first.");

public sealed record QuorumInvalid() : Refusal($"A batch needs 1 to {QuorumRule.Most} approvals.");

public sealed record QuorumRuleExists() : Refusal("There is already a rule for this classification and method. Change that one.");

public sealed record NothingToMove() : Refusal("No item of this batch needs another batch: only what failed, lapsed, is still present or reappeared does.");
