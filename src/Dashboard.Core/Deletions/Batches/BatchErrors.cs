using System.Globalization;

namespace Dashboard.Core.Deletions;

public sealed record BatchNameInvalid() : Refusal($"Give the batch a name of 1 to {BatchFacts.LongestName} characters.");

public sealed record BatchNeedsReason() : Refusal("Say why these copies should be deleted. The reviewers base their decision on it.");

public sealed record TechniqueInvalid() : Refusal($"Name the technique, in 1 to {SanitizationTechniques.MaxLength} characters.");

public sealed record NoLongerADraft(BatchState State)
    : Refusal($"This batch is {Naming.Of(State)}. Only a draft can be edited. Reload the page.");

public sealed record OnlyTheProposerEdits(string Proposer)
    : Refusal($"Only its proposer, {Proposer}, can edit or submit this batch. Create a batch of your own, or withdraw this one.");

public sealed record BatchIsEmpty() : Refusal("The batch has no items. Add copies from the inventory first.");

public sealed record TooManyItems(long Items)
    : Refusal($"That would be {Items:N0} items; a batch can have at most {DeletionBatch.MostItems:N0}. Narrow the filter and create several batches.");

public sealed record NothingToAdd() : Refusal("No matching copy can be added. Copies that are already in this batch, missing or verified absent are left out.");

public sealed record InsideCopiesNeedReason(long Copies)
    : Refusal($"{(Copies == 1 ? "1 copy is" : $"{Copies:N0} copies are")} inside the boundary. Say why {(Copies == 1 ? "it is redundant, or remove it" : "they are redundant, or remove them")}.");

public sealed record GatesAreClosed(long Items)
    : Refusal($"{Items:N0} {(Items == 1 ? "item has" : "items have")} a closed gate. Remove {(Items == 1 ? "it" : "them")} or open the gate, then try again.");

public sealed record CopyClaimedMeanwhile()
    : Refusal("Another batch with some of these copies was submitted at the same moment. Check the gates again.");

public sealed record NotInReview(BatchState State)
    : Refusal($"This batch is {Naming.Of(State)} and cannot be reviewed now. Reload the page to see what happened.");

public sealed record ProposerCannotReview()
    : Refusal("You proposed this batch. Someone else must review it.");

public sealed record ReviewerWithoutUnit()
    : Refusal("Your account has no unit, so no one can confirm that the reviewers are from different units. Contact your identity administrator.");

public sealed record AlreadyApproved() : Refusal("You have already approved this batch. It is waiting for another reviewer.");

public sealed record UnitHasApproved(string Unit, string Reviewer)
    : Refusal($"{Reviewer} of your unit, {Unit}, has already approved this batch. The next approval must come from another unit.");

public sealed record ManifestChanged()
    : Refusal("The batch has changed since you opened it, so you would not approve what you saw. Reload the page and review it again.");

public sealed record DecisionNeedsReason() : Refusal("Give a reason. It is recorded, and others rely on it.");

public sealed record NothingWouldBeLeft() : Refusal("That would leave no items in the batch. Reject the batch instead.");

public sealed record ItemNotFound(long Number) : Refusal($"This batch has no item {Number} that can still be excluded. Reload the page.");

public sealed record NothingToStop(BatchState State)
    : Refusal($"This batch is {Naming.Of(State)}. Only a batch that is approved or being executed can be stopped. Reload the page.");

public sealed record CannotBeWithdrawn(BatchState State)
    : Refusal($"This batch is {Naming.Of(State)} and can no longer be withdrawn. A batch that is being executed can be stopped instead.");

public sealed record NotApproved(BatchState State)
    : Refusal($"This batch does not authorize any deletion now (state: {Naming.Of(State)}).");

public sealed record StillCoolingOff(DateTimeOffset Until)
    : Refusal($"This batch is cooling off until {Until.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC. Nothing may be deleted before then.");

public sealed record HasLapsed(DateTimeOffset At)
    : Refusal($"The approval of this batch lapsed on {At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC. The remaining items need another batch.");

public sealed record NotReleased() : Refusal("The work order of this batch has not been released yet. Try again in a minute.");

public sealed record ManifestDiffers()
    : Refusal("The items of this batch do not match the approved manifest. No work order is handed out; an auditor must investigate.");

public sealed record NoteNeedsText() : Refusal("Enter a note first.");

public sealed record QuorumInvalid() : Refusal($"Enter a number of approvals from 1 to {QuorumRule.Most}.");

public sealed record QuorumRuleExists() : Refusal("There is already a rule for this classification and method. Change that rule instead.");

public sealed record NothingToMove() : Refusal("No item of this batch needs another batch. Only items that failed, lapsed, are still present or reappeared can be moved.");
