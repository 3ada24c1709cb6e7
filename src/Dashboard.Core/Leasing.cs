using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core;

/// <summary>Takes and keeps a <see cref="Lease"/>.</summary>
public static class Leasing
{
    /// <returns>The term, or null if another server has the lease.</returns>
    public static async Task<long?> TakeLeaseAsync(
        this DashboardContext context, string name, string holder, DateTimeOffset now, TimeSpan length, CancellationToken cancellationToken)
    {
        var known = await context.Leases.AsNoTracking().SingleAsync(lease => lease.Name == name, cancellationToken);
        if (known.Until >= now)
            return null;
        var taken = await context.Leases.Where(lease => lease.Name == name && lease.Term == known.Term && lease.Until < now).ExecuteUpdateAsync(
            set => set.SetProperty(lease => lease.Holder, holder).SetProperty(lease => lease.Term, known.Term + 1).SetProperty(lease => lease.Until, now + length),
            cancellationToken);
        return taken == 1 ? known.Term + 1 : null;
    }

    /// <summary>Keeps it until the given time. In a transaction, no one can take it before that transaction ends.</summary>
    /// <returns>False if another server has taken it.</returns>
    public static async Task<bool> KeepLeaseAsync(this DashboardContext context, string name, long term, DateTimeOffset until, CancellationToken cancellationToken) =>
        await context.Leases.Where(lease => lease.Name == name && lease.Term == term)
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Until, until), cancellationToken) == 1;
}
