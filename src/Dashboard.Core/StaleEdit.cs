namespace Dashboard.Core;

/// <summary>Someone else saved the same thing in between.</summary>
public sealed record StaleEdit(string What) : Refusal($"{What} was changed by someone else while you were editing. Reload, look at the change, and edit again.");

/// <summary>The thing asked for does not exist (any more).</summary>
public sealed record NotFound(string What) : Refusal($"{What} does not exist, or no longer does.");
