namespace Dashboard.Ledger;

/// <summary>Who did what an entry tells: as known at that time, so that the entry stays true after a rename.</summary>
/// <param name="Subject">The identity provider's stable id.</param>
/// <param name="Name">The name as shown.</param>
/// <param name="Role">The role that was acted in.</param>
/// <param name="Unit">The organisational unit.</param>
/// <param name="Country">The oversight country's code.</param>
public sealed record LedgerActor(string Subject, string Name, string? Role, string? Unit, string? Country);

/// <summary>What an entry is about.</summary>
public sealed record LedgerSubject(string Kind, string Id, string? Name = null);

/// <summary>One field's value before and after; null is no value.</summary>
public sealed record FieldChange(string Field, string? From, string? To);
