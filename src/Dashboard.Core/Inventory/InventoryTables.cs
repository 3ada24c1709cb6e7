using Dashboard.Core.Imports;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Core.Inventory;

internal sealed class InventoryTables :
    IEntityTypeConfiguration<Classification>, IEntityTypeConfiguration<BoundaryRule>, IEntityTypeConfiguration<Location>,
    IEntityTypeConfiguration<DataSystem>, IEntityTypeConfiguration<Copy>, IEntityTypeConfiguration<CopyRollup>,
    IEntityTypeConfiguration<DatasetRollup>
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
        copy.Property(c => c.Coverage).HasMaxLength(Copy.MaxCoverageLength);
        copy.Property(c => c.IsHeldBySource).HasDefaultValue(false);
        copy.HasOne<Dataset>().WithMany().HasForeignKey(c => c.DatasetId).OnDelete(DeleteBehavior.Restrict);
        // No foreign keys to source and location: each would add an index to ten million rows, and the rollup has both keys.
        copy.HasOne<CopyRollup>().WithMany().HasForeignKey(c => c.RollupId).OnDelete(DeleteBehavior.Restrict);

        // Each of the three sort orders has three indexes: over all copies, by rollup and by dataset. A filter selects rollups or datasets,
        // and the inventory reads the first copies of each. The last three indexes end with the rollup, so that filtering a dataset's copies
        // by rollup does not read the rows.
        copy.HasIndex(c => new { c.ResourceId, c.SourceId }).IsUnique();
        copy.HasIndex(c => new { c.Bytes, c.Id });
        copy.HasIndex(c => new { c.FirstSeen, c.Id });
        copy.HasIndex(c => new { c.RollupId, c.ResourceId, c.SourceId });
        copy.HasIndex(c => new { c.RollupId, c.Bytes, c.Id });
        copy.HasIndex(c => new { c.RollupId, c.FirstSeen, c.Id });
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

    public void Configure(EntityTypeBuilder<DatasetRollup> rollup)
    {
        rollup.HasKey(r => new { r.DatasetId, r.RollupId });
        // No foreign keys, because both IDs come from the copies.
    }
}
