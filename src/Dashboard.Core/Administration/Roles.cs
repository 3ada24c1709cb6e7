namespace Dashboard.Core.Administration;

/// <summary>A person's role in the oversight unit. Roles come from the identity provider's claims; a member can have several.</summary>
[Flags]
public enum Roles
{
    None = 0,
    Executive = 1,
    GovernanceLead = 2,
    Reviewer = 4,
    Auditor = 8,
    DataSteward = 16,
    Administrator = 32,
}
