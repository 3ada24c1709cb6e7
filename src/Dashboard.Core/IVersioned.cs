namespace Dashboard.Core;

/// <summary>An entity that people edit. A stale edit is refused instead of overwriting a newer one.</summary>
public interface IVersioned
{
    /// <summary>Incremented with every change. SQLite has no row version, so both databases use this.</summary>
    long Version { get; }
}
