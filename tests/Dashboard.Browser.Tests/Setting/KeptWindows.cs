namespace Dashboard.Browser.Tests.Setting;

/// <summary>Windows that the journeys of one class leave for the next journeys, one for each person. The journeys run one after another.</summary>
public sealed class KeptWindows : IAsyncDisposable
{
    private readonly Dictionary<string, Visitor> kept = new(StringComparer.Ordinal);

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in kept.Values)
            await visitor.Context.DisposeAsync();
    }

    /// <param name="person">Null for someone who is not signed in.</param>
    /// <returns>Null if no window was left for this person.</returns>
    internal Visitor? Take(string? person) => kept.Remove(person ?? "", out var visitor) ? visitor : null;

    internal void Keep(string? person, Visitor visitor) => kept.Add(person ?? "", visitor);
}
