using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Core;

/// <summary>
/// Work that only one web server does at a time. A server takes the lease with an update that only one can win, renews it while it works, and
/// loses it by not renewing: another server then takes over. Work that saves something checks in its own transaction that it still has the lease.
/// </summary>
public sealed class Lease
{
    public const string Imports = "imports";
    public const string Inbox = "inbox";
    public const string Witnesses = "witnesses";

    private Lease()
    {
    }

    public string Name { get; private set; } = "";

    /// <summary>The server that has it, or had it last, for the log of the others.</summary>
    public string Holder { get; private set; } = "";

    /// <summary>Increases each time that a server takes it, so that an earlier holder can tell.</summary>
    public long Term { get; private set; }

    /// <summary>The holder has it until then, by the servers' clocks.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>A lease that no server has had yet.</summary>
    internal static Lease Free(string name) => new() { Name = name, Until = DateTimeOffset.UnixEpoch };

    /// <returns>The term, or null if another server has the lease.</returns>
    public static async Task<long?> TakeAsync(
        DashboardContext context, string name, string holder, DateTimeOffset now, TimeSpan length, CancellationToken cancellationToken)
    {
        var known = await context.Leases.AsNoTracking().SingleAsync(lease => lease.Name == name, cancellationToken);
        if (known.Until >= now)
            return null;
        var taken = await context.Leases.Where(lease => lease.Name == name && lease.Term == known.Term && lease.Until == known.Until).ExecuteUpdateAsync(
            set => set.SetProperty(lease => lease.Holder, holder).SetProperty(lease => lease.Term, known.Term + 1).SetProperty(lease => lease.Until, now + length),
            cancellationToken);
        return taken == 1 ? known.Term + 1 : null;
    }

    /// <summary>Keeps it until the given time. In a transaction, no one can take it before that transaction ends.</summary>
    /// <returns>False if another server has taken it.</returns>
    public static async Task<bool> KeepAsync(DashboardContext context, string name, long term, DateTimeOffset until, CancellationToken cancellationToken) =>
        await context.Leases.Where(lease => lease.Name == name && lease.Term == term)
            .ExecuteUpdateAsync(set => set.SetProperty(lease => lease.Until, until), cancellationToken) == 1;
}

internal sealed class LeaseTable : IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<Lease> lease)
    {
        lease.HasKey(l => l.Name);
        lease.Property(l => l.Name).HasMaxLength(40);
        lease.Property(l => l.Holder).HasMaxLength(200);
        lease.HasData(Lease.Free(Lease.Imports), Lease.Free(Lease.Inbox), Lease.Free(Lease.Witnesses));
    }
}
