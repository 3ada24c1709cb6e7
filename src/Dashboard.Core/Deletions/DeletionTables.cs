using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Core.Deletions;

internal sealed class DeletionTables :
    IEntityTypeConfiguration<DeletionBatch>, IEntityTypeConfiguration<DeletionItem>, IEntityTypeConfiguration<BatchApproval>,
    IEntityTypeConfiguration<BatchNote>, IEntityTypeConfiguration<BatchVisit>, IEntityTypeConfiguration<QuorumRule>,
    IEntityTypeConfiguration<LegalHold>
{
    public void Configure(EntityTypeBuilder<DeletionBatch> batch)
    {
        batch.Property(b => b.Name).HasMaxLength(BatchFacts.LongestName);
        batch.Property(b => b.Reason).HasMaxLength(BatchFacts.LongestReason);
        batch.Property(b => b.Technique).HasMaxLength(SanitizationTechniques.MaxLength);
        batch.Property(b => b.InsideReason).HasMaxLength(BatchFacts.LongestReason);
        batch.Property(b => b.Method).HasConversion<byte>();
        batch.Property(b => b.State).HasConversion<byte>();
        batch.Property(b => b.Proposer).HasMaxLength(200);
        batch.Property(b => b.ManifestHash).HasMaxLength(64);
        batch.Property(b => b.StoppedBy).HasMaxLength(200);
        batch.Property(b => b.StopReason).HasMaxLength(BatchFacts.LongestReason);
        batch.ComplexProperty(b => b.Tally);
        batch.Property(b => b.Scope).IsJson();
        batch.HasMany(b => b.Approvals).WithOne().HasForeignKey(a => a.BatchId).OnDelete(DeleteBehavior.Restrict);
        batch.Ignore(b => b.ValidApprovals);
        batch.HasIndex(b => new { b.State, b.StateSince });
    }

    public void Configure(EntityTypeBuilder<DeletionItem> item)
    {
        item.HasKey(i => new { i.BatchId, i.Number });
        item.Property(i => i.Number).ValueGeneratedNever();
        item.Property(i => i.ResourceId).HasMaxLength(Copy.MaxResourceIdLength);
        item.Property(i => i.Fingerprint).HasMaxLength(200);
        item.Property(i => i.Role).HasConversion<byte>();
        item.Property(i => i.State).HasConversion<byte>();
        item.Property(i => i.ClosedGates).HasConversion<int>();
        item.Property(i => i.ExcludedBy).HasMaxLength(200);
        item.Property(i => i.ExclusionReason).HasMaxLength(BatchFacts.LongestReason);
        // No foreign keys to copies, datasets, locations and sources: they are never removed, and each key would add an index.
        item.HasOne<DeletionBatch>().WithMany().HasForeignKey(i => i.BatchId).OnDelete(DeleteBehavior.Restrict);
        // Serves the tally, and the query for how long a source has owed the proof of reported deletions.
        item.HasIndex(i => new { i.BatchId, i.State, i.SourceId, i.PerformedAt, i.Bytes });
        item.HasIndex(i => new { i.BatchId, i.CopyId }).IsUnique();
        item.HasIndex(i => new { i.CopyId, i.State });
        item.HasIndex(i => new { i.State, i.SourceId, i.PerformedAt });
        // Usually few: the items that a reviewer must check.
        item.HasIndex(i => new { i.BatchId, i.Number, i.ClosedGates, i.State }, "ClosedItems").HasFilter("ClosedGates <> 0");
        // A copy is in at most one open batch, even if two batches are submitted at the same moment.
        item.HasIndex(i => i.CopyId, "ClaimedCopies").IsUnique().HasFilter("IsClaimed = 1");
    }

    public void Configure(EntityTypeBuilder<BatchApproval> approval)
    {
        approval.Property(a => a.Name).HasMaxLength(200);
        approval.Property(a => a.Unit).HasMaxLength(200);
        approval.Property(a => a.ManifestHash).HasMaxLength(64);
        approval.Property(a => a.VoidedBecause).HasMaxLength(BatchFacts.LongestReason + 300);
        approval.Ignore(a => a.IsValid);
        approval.HasIndex(a => new { a.BatchId, a.MemberId }, "ValidApprovals").IsUnique().HasFilter("VoidedAt IS NULL");
    }

    public void Configure(EntityTypeBuilder<BatchNote> note)
    {
        note.Property(n => n.Name).HasMaxLength(200);
        note.Property(n => n.Text).HasMaxLength(BatchNote.MaxLength);
        note.HasOne<DeletionBatch>().WithMany().HasForeignKey(n => n.BatchId).OnDelete(DeleteBehavior.Restrict);
        note.HasIndex(n => new { n.BatchId, n.Id });
    }

    public void Configure(EntityTypeBuilder<BatchVisit> look) => look.HasKey(l => new { l.BatchId, l.MemberId });

    public void Configure(EntityTypeBuilder<QuorumRule> rule)
    {
        rule.Property(r => r.Method).HasConversion<byte?>();
        rule.HasOne<Classification>().WithMany().HasForeignKey(r => r.ClassificationId).OnDelete(DeleteBehavior.Restrict);
        rule.HasIndex(r => new { r.ClassificationId, r.Method });
    }

    public void Configure(EntityTypeBuilder<LegalHold> hold)
    {
        hold.Property(h => h.Matter).HasMaxLength(LegalHold.LongestMatter);
        hold.Property(h => h.Reason).HasMaxLength(LegalHold.LongestReason);
        hold.Property(h => h.ScopeName).HasMaxLength(300);
        hold.Property(h => h.PlacedBy).HasMaxLength(200);
        hold.Property(h => h.LiftedBy).HasMaxLength(200);
        hold.Property(h => h.LiftReason).HasMaxLength(LegalHold.LongestReason);
        hold.Ignore(h => h.IsActive);
        hold.HasIndex(h => new { h.LiftedAt, h.Scope, h.ScopeId });
    }
}
