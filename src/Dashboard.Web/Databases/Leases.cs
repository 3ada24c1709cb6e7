using Dashboard.Core;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Databases;

/// <summary>Lets one of several web servers do a piece of work. See <see cref="Lease"/>.</summary>
internal sealed class Leases(IDbContextFactory<DashboardContext> contexts, TimeProvider clock, ILogger<Leases> log)
{
    /// <summary>How long the others wait for a server that died.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan RenewAfter = TimeSpan.FromSeconds(5);

    private readonly string holder = $"{Environment.MachineName[..Math.Min(Environment.MachineName.Length, 100)]}/{Environment.ProcessId}/{Guid.CreateVersion7():N}";

    /// <summary>Does the work, unless another server is doing it. If another server takes the lease meanwhile, the work is cancelled.</summary>
    /// <returns>Whether it was done here.</returns>
    /// <exception cref="LeaseLostException">Another server has taken over.</exception>
    public async Task<bool> TryRunAsync(string name, Func<HeldLease, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        if (await TakeAsync(name, cancellationToken) is not { } lease)
            return false;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var done = new CancellationTokenSource();
        var renewing = RenewAsync(lease, stop, done.Token);
        try
        {
            await work(lease, stop.Token);
            return true;
        }
        catch (OperationCanceledException) when (lease.IsLost)
        {
            throw new LeaseLostException(name);
        }
        finally
        {
            await done.CancelAsync();
            await renewing;
            await ReleaseAsync(lease);
        }
    }

    private async Task<HeldLease?> TakeAsync(string name, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.TakeLeaseAsync(name, holder, clock.GetUtcNow(), Length, cancellationToken) is { } term ? new(name, term, clock) : null;
    }

    /// <summary>
    /// Only another server that has taken the lease ends the work. A database that does not answer does not: then no one can take it either, and the
    /// work checks its lease when it saves.
    /// </summary>
    private async Task RenewAsync(HeldLease lease, CancellationTokenSource stop, CancellationToken done)
    {
        using var timer = new PeriodicTimer(RenewAfter);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
            {
                try
                {
                    await using var context = await contexts.CreateDbContextAsync(done);
                    await lease.KeepAsync(context, done);
                }
                catch (LeaseLostException lost)
                {
                    log.LogWarning("{Problem} The work stops here.", lost.Message);
                    await stop.CancelAsync();
                    return;
                }
                catch (Exception unanswered) when (!done.IsCancellationRequested)
                {
                    log.LogDebug(unanswered, "The lease {Lease} could not be renewed yet.", lease.Name);
                }
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The work is done.
        }
    }

    private async Task ReleaseAsync(HeldLease lease)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
            await context.KeepLeaseAsync(lease.Name, lease.Term, DateTimeOffset.UnixEpoch, CancellationToken.None);
        }
        catch (Exception unanswered) // It expires by itself.
        {
            log.LogDebug(unanswered, "The lease {Lease} could not be released.", lease.Name);
        }
    }
}

/// <summary>A lease that this server has taken.</summary>
internal sealed class HeldLease(string name, long term, TimeProvider clock)
{
    public string Name => name;

    public long Term => term;

    public bool IsLost { get; private set; }

    /// <summary>Renews it. In a transaction, no other server can take it until that transaction ends.</summary>
    /// <exception cref="LeaseLostException">Another server has taken it.</exception>
    public async Task KeepAsync(DashboardContext context, CancellationToken cancellationToken)
    {
        if (await context.KeepLeaseAsync(name, term, clock.GetUtcNow() + Leases.Length, cancellationToken))
            return;
        IsLost = true;
        throw new LeaseLostException(name);
    }
}

internal sealed class LeaseLostException(string name) : Exception($"Another server has taken over the work “{name}”.");
