namespace Dashboard.Web.Shell;

/// <summary>What has changed, as coarsely as pages need to know.</summary>
public enum ChangeTopic
{
    /// <summary>An import arrived or changed its state.</summary>
    Imports,

    /// <summary>A source or its mapping rules changed.</summary>
    Sources,

    /// <summary>Copies, statuses and every figure derived from them changed.</summary>
    Evidence,

    /// <summary>Someone decided on a deletion batch or a hold, or an executor reported.</summary>
    Deletions,

    /// <summary>An entry was added, or the ledger was signed or checked.</summary>
    Ledger,

    /// <summary>The self-check found a problem in the ledger, or someone answered one.</summary>
    Alarms,

    /// <summary>A wave or its datasets changed.</summary>
    Waves,

    /// <summary>A member signed in for the first time, has other claims, or was suspended or reinstated.</summary>
    Members,

    /// <summary>An API token was issued or revoked.</summary>
    Tokens,
}

/// <summary>
/// Notifies the open pages of this server, after a change is committed, that what they show has changed. Changes with a ledger entry come
/// from <see cref="Dashboard.Web.Jobs.ChangeFeed"/>; code raises a topic itself only for states without one, such as an import's progress.
/// </summary>
public sealed class ChangeNotices
{
    private readonly Lock gate = new();
    private readonly long[] raisedAt = new long[Enum.GetValues<ChangeTopic>().Length];
    private Action<ChangeTopic>? listeners;
    private long raised;

    /// <summary>The number of notices so far.</summary>
    public long Raised => Volatile.Read(ref raised);

    public void Raise(params ReadOnlySpan<ChangeTopic> topics)
    {
        foreach (var topic in topics)
        {
            Volatile.Write(ref raisedAt[(int)topic], Interlocked.Increment(ref raised));
            listeners?.Invoke(topic);
        }
    }

    /// <summary>True if this topic was raised after <see cref="Raised"/> had this value.</summary>
    public bool IsRaisedSince(long seen, ChangeTopic topic) => Volatile.Read(ref raisedAt[(int)topic]) > seen;

    /// <param name="changed">Called on the thread that made the change. It must dispatch its work and must not throw.</param>
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
