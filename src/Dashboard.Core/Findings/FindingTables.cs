using Dashboard.Core.Deletions;
using Dashboard.Core.Imports;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Core.Findings;

internal sealed class FindingTables : IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Finding> finding)
    {
        finding.HasOne<Dataset>().WithMany().HasForeignKey(f => f.DatasetId).OnDelete(DeleteBehavior.Restrict);
        finding.HasOne<Import>().WithMany().HasForeignKey(f => f.ImportId).OnDelete(DeleteBehavior.Restrict);
        finding.HasOne<DeletionBatch>().WithMany().HasForeignKey(f => f.BatchId).OnDelete(DeleteBehavior.Restrict);
        finding.Property(f => f.Detail).HasMaxLength(1000);
        finding.HasIndex(f => new { f.DatasetId, f.Id });
        finding.HasIndex(f => new { f.State, f.Id });
    }
}
