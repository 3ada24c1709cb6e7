namespace Dashboard.Core;

/// <summary>An entity that people edit: a stale edit is refused instead of overwriting a newer one.</summary>
public interface IVersioned
{
    /// <summary>Raised by one with every change; SQLite has no row version of its own, so both databases use this.</summary>
    long Version { get; }
}
