namespace Dashboard.Core.Ledger;

/// <summary>Finds the entries that concern a subject, the main one or a related one.</summary>
public sealed record LedgerSubjectLink(string Kind, string SubjectId, long Sequence);
