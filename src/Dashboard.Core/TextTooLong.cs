namespace Dashboard.Core;

/// <summary>
/// A text too long for its column. SQL Server would reject it; SQLite would store it, and a later move to SQL Server would fail.
/// </summary>
public sealed record TextTooLong(string What, int Limit) : Refusal($"{What} is longer than {Limit} characters. Shorten it.");
