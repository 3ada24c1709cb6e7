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
