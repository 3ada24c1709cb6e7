using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Core.Deletions;

internal sealed class ExecutionTables :
    IEntityTypeConfiguration<WorkOrder>, IEntityTypeConfiguration<ExecutionReport>, IEntityTypeConfiguration<ReportedItem>,
    IEntityTypeConfiguration<BatchCertificate>
{
    public void Configure(EntityTypeBuilder<WorkOrder> order)
    {
        order.Property(o => o.PayloadSha256).HasMaxLength(64);
        order.HasOne<DeletionBatch>().WithMany().HasForeignKey(o => o.BatchId).OnDelete(DeleteBehavior.Restrict);
        order.HasIndex(o => new { o.BatchId, o.LocationId, o.Round }).IsUnique();
        order.HasIndex(o => o.LocationId);
    }

    public void Configure(EntityTypeBuilder<ExecutionReport> report)
    {
        report.Property(r => r.Executor).HasMaxLength(200);
        report.Property(r => r.ReportKey).HasMaxLength(100);
        report.Property(r => r.BodySha256).HasMaxLength(64);
        report.HasOne<WorkOrder>().WithMany().HasForeignKey(r => r.WorkOrderId).OnDelete(DeleteBehavior.Restrict);
        report.HasIndex(r => new { r.WorkOrderId, r.ReportKey }).IsUnique();
        report.HasIndex(r => new { r.BatchId, r.Id });
    }

    public void Configure(EntityTypeBuilder<ReportedItem> item)
    {
        item.HasKey(i => new { i.ReportId, i.Number });
        item.Property(i => i.Technique).HasMaxLength(SanitizationTechniques.MaxLength);
        item.Property(i => i.Tool).HasMaxLength(200);
        item.Property(i => i.ToolVersion).HasMaxLength(100);
        item.Property(i => i.Operator).HasMaxLength(200);
        item.Property(i => i.KeyId).HasMaxLength(300);
        item.Property(i => i.EvidenceLink).HasMaxLength(500);
        item.Property(i => i.EvidenceSha256).HasMaxLength(64);
        item.Property(i => i.FailureReason).HasMaxLength(1000);
        item.HasOne<ExecutionReport>().WithMany().HasForeignKey(i => i.ReportId).OnDelete(DeleteBehavior.Restrict);
        item.HasIndex(i => new { i.BatchId, i.Number, i.ReportId });
    }

    public void Configure(EntityTypeBuilder<BatchCertificate> certificate)
    {
        certificate.Property(c => c.IssuedBy).HasMaxLength(200);
        certificate.Property(c => c.Number).HasMaxLength(40);
        certificate.HasIndex(c => c.Number).IsUnique();
        certificate.Property(c => c.Sha256).HasMaxLength(64);
        certificate.HasOne<DeletionBatch>().WithMany().HasForeignKey(c => c.BatchId).OnDelete(DeleteBehavior.Restrict);
        certificate.HasIndex(c => c.BatchId);
    }
}
