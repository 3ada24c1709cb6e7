namespace Dashboard.Core.Deletions;

public sealed record PerformedInTheFuture() : Refusal("performedAt lies in the future. Give the time (UTC) at which it was done.");

public sealed record ReportTextInvalid(string Member, int Limit) : Refusal($"{Member} must be a text of 1 to {Limit} characters.");

public sealed record ExecutionWithoutEvidence()
    : Refusal("An executed item needs evidenceLink or evidenceSha256: without either, nobody can check it.");

public sealed record FailureNeedsReason() : Refusal("A failed item needs a reason of 1 to 1000 characters.");

public sealed record ExecutedWithFailureReason() : Refusal("An executed item has no reason for failing. Report it as failed, or leave the reason out.");

public sealed record ReportUnreadable(string Why) : Refusal($"The report cannot be read: {Why}");

public sealed record ReportKeyInvalid() : Refusal("reportId must be a text of 1 to 100 characters: your own name for this report, the same when you send it again.");

public sealed record ReportKeyReused(string Key)
    : Refusal($"A different report was received under the reportId {Key} before. Give this one another reportId; the earlier one stands.");

public sealed record ReportSizeInvalid(int Most) : Refusal($"A report needs 1 to {Most:N0} items. Send several reports.");

public sealed record ReportNamesItemTwice(long Number) : Refusal($"Item {Number} stands twice in the report. Report the latest outcome of it only.");

public sealed record ReportItemRefused(long Number, string Why) : Refusal($"Item {Number}: {Why} Nothing of this report was taken in.");
