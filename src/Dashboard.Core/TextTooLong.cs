namespace Dashboard.Core;

/// <summary>A text that would not fit its column. SQL Server would fail on it; SQLite would keep it, and a move between them fail.</summary>
public sealed record TextTooLong(string What, int Limit) : Refusal($"{What} is longer than {Limit} characters. Shorten it.");
