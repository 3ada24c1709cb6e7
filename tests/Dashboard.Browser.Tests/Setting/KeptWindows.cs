namespace Dashboard.Browser.Tests.Setting;

/// <summary>Windows that journeys of one class, which run one after another, leave for those after them: one for each person.</summary>
public sealed class KeptWindows : IAsyncDisposable
{
    private readonly Dictionary<string, Visitor> kept = new(StringComparer.Ordinal);

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in kept.Values)
            await visitor.Context.DisposeAsync();
    }

    /// <param name="person">Null for somebody who is not signed in.</param>
    /// <returns>Null when that person has left none.</returns>
    internal Visitor? Take(string? person) => kept.Remove(person ?? "", out var visitor) ? visitor : null;

    internal void Keep(string? person, Visitor visitor) => kept.Add(person ?? "", visitor);
}
