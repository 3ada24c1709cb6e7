namespace Dashboard.Core.Deletions;

public sealed record PerformedInTheFuture() : Refusal("performedAt is in the future. Give the time (UTC) when it was done.");

public sealed record ReportTextInvalid(string Member, int Limit) : Refusal($"{Member} must be text of 1 to {Limit} characters.");

public sealed record ExecutionWithoutEvidence()
    : Refusal("An executed item needs evidenceLink or evidenceSha256. Without one of them, no one can check it.");

public sealed record FailureNeedsReason() : Refusal("A failed item needs a reason of 1 to 1000 characters.");

public sealed record ExecutedWithFailureReason() : Refusal("An executed item cannot have a failure reason. Report it as failed, or leave the reason out.");

public sealed record ReportUnreadable(string Why) : Refusal($"The report cannot be read: {Why}");

public sealed record ReportKeyInvalid() : Refusal("reportId must be text of 1 to 100 characters: your own ID for this report. Use the same ID if you send the report again.");

public sealed record ReportKeyReused(string Key)
    : Refusal($"A different report with the reportId {Key} has already been received and remains valid. Give this report another reportId.");

public sealed record ReportSizeInvalid(int Most) : Refusal($"A report must have 1 to {Most:N0} items. Send more items in several reports.");

public sealed record ReportNamesItemTwice(long Number) : Refusal($"Item {Number} appears twice in the report. Report only its latest outcome.");

public sealed record ReportItemRefused(long Number, string Why) : Refusal($"Item {Number}: {Why} Nothing in this report was accepted.");
