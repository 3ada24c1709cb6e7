namespace Dashboard.Web.Shell;

/// <summary>What has changed, as coarse as pages need to know.</summary>
public enum ChangeTopic
{
    /// <summary>An import arrived or moved on.</summary>
    Imports,

    /// <summary>A source or its mapping rules.</summary>
    Sources,

    /// <summary>Something was applied: copies, standings and every figure made of them.</summary>
    Evidence,

    /// <summary>Somebody decided about a deletion batch or a hold, or an executor reported.</summary>
    Deletions,

    /// <summary>The ledger was signed, checked, or found wrong.</summary>
    Ledger,
}

/// <summary>Tells the open pages of this server that what they show has changed, after the change is committed.</summary>
public sealed class ChangeNotices
{
    private readonly Lock gate = new();
    private Action<ChangeTopic>? listeners;

    public void Raise(params ReadOnlySpan<ChangeTopic> topics)
    {
        foreach (var topic in topics)
            listeners?.Invoke(topic);
    }

    /// <param name="changed">Called on the thread that made the change: it must hand its work on and not throw.</param>
    public IDisposable Listen(Action<ChangeTopic> changed)
    {
        lock (gate)
            listeners += changed;
        return new Listener(() =>
        {
            lock (gate)
                listeners -= changed;
        });
    }

    private sealed class Listener(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
