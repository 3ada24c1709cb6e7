using Dashboard.Core.Ledger;

namespace Dashboard.Core.Administration;

/// <summary>What the identity provider says about a person at sign-in.</summary>
/// <param name="Subject">The provider's stable ID for the person (claim <c>sub</c>).</param>
/// <param name="Country">ISO 3166-1 alpha-2, or null if the provider gives none.</param>
/// <param name="Systems">Names of the systems that a data steward is responsible for.</param>
public sealed record MemberClaims(
    string Subject, string Name, string? Email, Roles Roles, string? Unit, string? Country, IReadOnlyList<string> Systems);

/// <summary>A person who has signed in. Every handler authorizes against a fresh read of this record, never against the cookie.</summary>
public sealed class Member : IVersioned, ILedgered
{
    private Member()
    {
    }

    public long Id { get; private set; }

    public string Subject { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? Email { get; private set; }

    /// <summary>Name, email and unit in lower case, so that text search works the same on every database.</summary>
    public string SearchText { get; private set; } = "";

    public Roles Roles { get; private set; }

    public string? Unit { get; private set; }

    public string? Country { get; private set; }

    public IReadOnlyList<string> Systems { get; private set; } = [];

    public bool IsActive { get; private set; } = true;

    public string? SuspendedBy { get; private set; }

    public string? SuspensionReason { get; private set; }

    public DateTimeOffset? SuspendedAt { get; private set; }

    public DateTimeOffset FirstSignIn { get; private set; }

    public DateTimeOffset LastSignIn { get; private set; }

    public long Version { get; private set; }

    public static Member Register(MemberClaims claims, DateTimeOffset now)
    {
        var member = new Member { Subject = claims.Subject, FirstSignIn = now };
        member.SignIn(claims, now);
        return member;
    }

    /// <summary>Applies the provider's current claims. A suspension stays, because the provider does not know about it.</summary>
    public void SignIn(MemberClaims claims, DateTimeOffset now)
    {
        (Name, Email, Roles, Unit, Country) = (claims.Name, claims.Email, claims.Roles, claims.Unit, claims.Country);
        SearchText = $"{Name} {Email} {Unit}".ToLowerInvariant();
        if (!Systems.SequenceEqual(claims.Systems))
            Systems = claims.Systems;
        LastSignIn = now;
    }

    /// <summary>Whether the provider says the same as before.</summary>
    public bool Agrees(MemberClaims claims) =>
        (Name, Email, Roles, Unit, Country) == (claims.Name, claims.Email, claims.Roles, claims.Unit, claims.Country)
        && Systems.SequenceEqual(claims.Systems);

    public Result Suspend(Member by, string reason, DateTimeOffset now)
    {
        if (by.Id == Id)
            return new CannotSuspendYourself();
        if (string.IsNullOrWhiteSpace(reason))
            return new SuspensionNeedsReason();
        if (reason.Trim().Length > 1000)
            return new TextTooLong("The reason", 1000);
        if (!IsActive)
            return new AlreadySuspended(Name);
        (IsActive, SuspendedAt, SuspendedBy, SuspensionReason) = (false, now, by.Name, reason.Trim());
        return Result.Done;
    }

    public Result Reinstate()
    {
        if (IsActive)
            return new NotSuspended(Name);
        (IsActive, SuspendedAt, SuspendedBy, SuspensionReason) = (true, null, null, null);
        return Result.Done;
    }

    /// <summary>Whether this member has a permission. The lead and reviewer roles grant nothing without the oversight country's claim.</summary>
    public Result May(Permission permission, string oversightCountry)
    {
        if (!IsActive)
            return new MemberSuspended();
        if (RolePermissions.Grants(EffectiveRoles(oversightCountry), permission))
            return Result.Done;
        return RolePermissions.Grants(Roles, permission)
            ? new OutsideOversightCountry(Country, oversightCountry)
            : new NotPermitted(permission);
    }

    /// <summary>The roles in effect: none while suspended; neither lead nor reviewer without the oversight country's claim.</summary>
    public Roles EffectiveRoles(string oversightCountry) =>
        !IsActive ? Roles.None
        : string.Equals(Country, oversightCountry, StringComparison.OrdinalIgnoreCase) ? Roles
        : Roles & ~RolePermissions.OversightRoles;

    /// <summary>
    /// The names of the systems whose rows this member may see under a permission; null for all systems. A data steward sees only their own
    /// systems, unless another of their roles sees everything.
    /// </summary>
    public IReadOnlyList<string>? SystemsSeen(Permission permission, string oversightCountry) =>
        RolePermissions.Grants(EffectiveRoles(oversightCountry) & ~Roles.DataSteward, permission) ? null : Systems;
}
