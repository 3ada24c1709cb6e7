namespace Dashboard.Core.Ledger;

/// <summary>Links a subject to an entry that concerns it, as its main or a related subject.</summary>
public sealed record LedgerSubjectLink(string Kind, string SubjectId, long Sequence);
