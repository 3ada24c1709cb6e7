namespace Dashboard.Core.Administration;

public sealed record NotSignedIn() : Refusal("You are not signed in. Sign in and try again.");

public sealed record MemberSuspended() : Refusal("Your membership is suspended. Ask an administrator of the oversight unit.");

public sealed record NotPermitted(Permission Permission)
    : Refusal($"Your role does not allow this. Roles that do: {Naming.Of(RolePermissions.RolesWith(Permission))}.");

public sealed record OutsideOversightCountry(string? Country, string Required)
    : Refusal($"Leads and reviewers need the country {Required} on their account; yours has {Country ?? "none"}. If that is wrong, contact your identity administrator.");

public sealed record CannotSuspendYourself() : Refusal("You cannot suspend yourself. Ask another administrator.");

public sealed record SuspensionNeedsReason() : Refusal("Give a reason for suspending this member.");

public sealed record AlreadySuspended(string Name) : Refusal($"{Name} is already suspended.");

public sealed record NotSuspended(string Name) : Refusal($"{Name} is not suspended.");

public sealed record MemberNotFound() : Refusal("This member does not exist. Reload the page.");
