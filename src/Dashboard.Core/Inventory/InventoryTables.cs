using Dashboard.Core.Imports;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Core.Inventory;

internal sealed class InventoryTables :
    IEntityTypeConfiguration<Classification>, IEntityTypeConfiguration<BoundaryRule>, IEntityTypeConfiguration<Location>,
    IEntityTypeConfiguration<DataSystem>, IEntityTypeConfiguration<Copy>, IEntityTypeConfiguration<CopyRollup>,
    IEntityTypeConfiguration<ShelfRollup>, IEntityTypeConfiguration<DatasetRollup>, IEntityTypeConfiguration<DatasetSpan>
{
    public void Configure(EntityTypeBuilder<Classification> classification)
    {
        classification.Property(c => c.Name).HasMaxLength(60);
        classification.Property(c => c.Description).HasMaxLength(500);
        classification.HasIndex(c => c.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<BoundaryRule> rule)
    {
        rule.Property(r => r.Operator).HasMaxLength(120);
        rule.Property(r => r.Country).HasMaxLength(2);
        rule.Property(r => r.Reason).HasMaxLength(1000);
        rule.Property(r => r.WithdrawalReason).HasMaxLength(1000);
        rule.Property(r => r.WithdrawnBy).HasMaxLength(200);
        rule.HasOne<Classification>().WithMany().HasForeignKey(r => r.ClassificationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Location> location)
    {
        location.Property(l => l.Key).HasMaxLength(260);
        location.Property(l => l.Name).HasMaxLength(200);
        location.Property(l => l.Operator).HasMaxLength(120);
        location.Property(l => l.Country).HasMaxLength(2);
        location.Property(l => l.Region).HasMaxLength(120);
        location.HasIndex(l => l.Key).IsUnique();
        location.Ignore(l => l.IsKnown);
    }

    public void Configure(EntityTypeBuilder<DataSystem> system)
    {
        system.ToTable("Systems");
        system.Property(s => s.Name).HasMaxLength(128);
        system.HasIndex(s => s.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Copy> copy)
    {
        copy.Property(c => c.ResourceId).HasMaxLength(Copy.MaxResourceIdLength);
        copy.Property(c => c.Role).HasConversion<byte>();
        copy.Property(c => c.State).HasConversion<byte>();
        copy.Property(c => c.Fingerprint).HasMaxLength(200);
        copy.HasOne<Dataset>().WithMany().HasForeignKey(c => c.DatasetId).OnDelete(DeleteBehavior.Restrict);
        // No foreign keys to source and location: each would add an index over ten million rows, and the rollup has these keys.
        copy.HasOne<CopyRollup>().WithMany().HasForeignKey(c => c.RollupId).OnDelete(DeleteBehavior.Restrict);

        // A filter is a set of rollups. Each sort order has its own index, which includes the columns that filters test, so that a scan
        // never reads rows that it drops. Matches that are grouped far down an order are found by the indexes for each rollup, for each
        // shelf (source, location, role and state) and for each dataset.
        copy.HasIndex(c => new { c.ResourceId, c.SourceId }).IsUnique();
        copy.HasIndex(c => new { c.Bytes, c.Id, c.RollupId, c.DatasetId });
        copy.HasIndex(c => new { c.FirstSeen, c.Id, c.RollupId, c.DatasetId });
        copy.HasIndex(c => new { c.RollupId, c.ResourceId, c.SourceId });
        copy.HasIndex(c => new { c.RollupId, c.Bytes, c.Id });
        copy.HasIndex(c => new { c.RollupId, c.FirstSeen, c.Id });
        copy.HasIndex(c => new { c.SourceId, c.LocationId, c.Role, c.State, c.ResourceId });
        copy.HasIndex(c => new { c.SourceId, c.LocationId, c.Role, c.State, c.Bytes, c.Id });
        copy.HasIndex(c => new { c.SourceId, c.LocationId, c.Role, c.State, c.FirstSeen, c.Id });
        copy.HasIndex(c => new { c.DatasetId, c.ResourceId, c.SourceId, c.RollupId });
        copy.HasIndex(c => new { c.DatasetId, c.Bytes, c.Id, c.RollupId });
        copy.HasIndex(c => new { c.DatasetId, c.FirstSeen, c.Id, c.RollupId });
    }

    public void Configure(EntityTypeBuilder<CopyRollup> rollup)
    {
        rollup.Property(r => r.Role).HasConversion<byte>();
        rollup.Property(r => r.State).HasConversion<byte>();
        rollup.HasOne<Source>().WithMany().HasForeignKey(r => r.SourceId).OnDelete(DeleteBehavior.Restrict);
        rollup.HasOne<Location>().WithMany().HasForeignKey(r => r.LocationId).OnDelete(DeleteBehavior.Restrict);
        rollup.HasOne<Classification>().WithMany().HasForeignKey(r => r.ClassificationId).OnDelete(DeleteBehavior.Restrict);
        rollup.HasOne<DataSystem>().WithMany().HasForeignKey(r => r.SystemId).OnDelete(DeleteBehavior.Restrict);
        rollup.HasIndex(r => new { r.SourceId, r.LocationId, r.Role, r.State, r.ClassificationId, r.SystemId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ShelfRollup> shelf)
    {
        shelf.HasKey(s => s.RollupId);
        shelf.Property(s => s.RollupId).ValueGeneratedNever();
        shelf.Property(s => s.Role).HasConversion<byte>();
        shelf.Property(s => s.State).HasConversion<byte>();
        // The summary groups by the first four columns, the inventory by the first three. Both read this index in order, without the rows.
        shelf.HasIndex(s => new { s.LocationId, s.ClassificationId, s.State, s.Role, s.Rollups, s.Copies, s.Bytes });
        // No foreign keys: these rows are written from the rollups, which have them.
    }

    public void Configure(EntityTypeBuilder<DatasetRollup> rollup)
    {
        rollup.HasKey(r => new { r.DatasetId, r.RollupId });
        // No foreign keys, as for copies: a recount reads both IDs from the copies.
    }

    public void Configure(EntityTypeBuilder<DatasetSpan> span)
    {
        span.HasKey(s => s.DatasetId);
        span.Property(s => s.DatasetId).ValueGeneratedNever();
        span.Property(s => s.First).HasMaxLength(Copy.MaxResourceIdLength);
        span.Property(s => s.Last).HasMaxLength(Copy.MaxResourceIdLength);
        span.HasIndex(s => s.First);
        span.HasIndex(s => s.Last);
    }
}
