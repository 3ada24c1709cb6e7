namespace Dashboard.Core;

/// <summary>Someone else saved the same item in the meantime.</summary>
public sealed record StaleEdit(string What) : Refusal($"{What} was changed by someone else while you were editing. Reload the page, review the change, and edit again.");

/// <summary>The requested item does not exist or was removed.</summary>
public sealed record NotFound(string What) : Refusal($"{What} does not exist or was removed.");
