namespace Dashboard.Ledger;

/// <summary>The person or system that did what an entry describes, as known at that time. Later renames do not change the entry.</summary>
/// <param name="Subject">The identity provider's stable ID.</param>
/// <param name="Name">The display name.</param>
/// <param name="Role">The role in which the actor acted.</param>
/// <param name="Unit">The organizational unit.</param>
/// <param name="Country">The actor's country code for oversight (ISO 3166-1 alpha-2).</param>
public sealed record LedgerActor(string Subject, string Name, string? Role, string? Unit, string? Country);

/// <summary>An object that an entry is about: its kind, its ID of that kind, and its name at that time.</summary>
public sealed record LedgerSubject(string Kind, string Id, string? Name = null);

/// <summary>One field's value before and after; null means no value.</summary>
public sealed record FieldChange(string Field, string? From, string? To);
