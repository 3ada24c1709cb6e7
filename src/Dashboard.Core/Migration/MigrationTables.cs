using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Core.Migration;

internal sealed class MigrationTables :
    IEntityTypeConfiguration<Dataset>, IEntityTypeConfiguration<DatasetWord>, IEntityTypeConfiguration<Wave>,
    IEntityTypeConfiguration<RecordedComparison>
{
    public void Configure(EntityTypeBuilder<Dataset> dataset)
    {
        dataset.Property(d => d.Urn).HasMaxLength(300);
        dataset.Property(d => d.Name).HasMaxLength(256);
        dataset.Property(d => d.Owner).HasMaxLength(256);
        dataset.Property(d => d.Categories).IsJsonList().HasMaxLength(2000);
        dataset.ComplexProperty(d => d.Status);
        dataset.HasOne<DataSystem>().WithMany().HasForeignKey(d => d.SystemId).OnDelete(DeleteBehavior.Restrict);
        dataset.HasOne<Classification>().WithMany().HasForeignKey(d => d.ClassificationId).OnDelete(DeleteBehavior.Restrict);
        dataset.HasOne<Wave>().WithMany().HasForeignKey(d => d.WaveId).OnDelete(DeleteBehavior.Restrict);
        dataset.HasIndex(d => d.Urn).IsUnique();
        dataset.HasIndex(d => new { d.Name, d.Id });
        dataset.HasIndex(d => d.Owner);
    }

    public void Configure(EntityTypeBuilder<DatasetWord> word)
    {
        word.Property(w => w.Word).HasMaxLength(DatasetWord.MaxLength);
        word.HasKey(w => new { w.Word, w.DatasetId });
        word.HasOne<Dataset>().WithMany().HasForeignKey(w => w.DatasetId).OnDelete(DeleteBehavior.Cascade);
        word.HasIndex(w => new { w.DatasetId, w.Word });
    }

    public void Configure(EntityTypeBuilder<Wave> wave)
    {
        wave.Property(w => w.Name).HasMaxLength(80);
        wave.Property(w => w.Description).HasMaxLength(1000);
        wave.HasIndex(w => w.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RecordedComparison> comparison)
    {
        comparison.ComplexProperty(c => c.Inside, Limit);
        comparison.ComplexProperty(c => c.Outside, Limit);
        comparison.Property(c => c.Method).HasConversion<byte>();
        comparison.Property(c => c.Result).HasConversion<byte>();
        comparison.Property(c => c.ComparedBy).HasMaxLength(200);
        comparison.Property(c => c.EvidenceLink).HasMaxLength(500);
        comparison.Property(c => c.EvidenceSha256).HasMaxLength(64);
        comparison.Property(c => c.Note).HasMaxLength(1000);
        comparison.Property(c => c.RecordedBy).HasMaxLength(256);
        comparison.Property(c => c.RevokedBy).HasMaxLength(256);
        comparison.Property(c => c.RevocationReason).HasMaxLength(1000);
        // The comparison has its own description of both copies. Foreign keys to them would add two indexes that no query uses.
        comparison.HasOne<Dataset>().WithMany().HasForeignKey(c => c.DatasetId).OnDelete(DeleteBehavior.Restrict);
        comparison.HasIndex(c => new { c.DatasetId, c.ComparedAt });

        static void Limit(ComplexPropertyBuilder<ComparedCopy> copy)
        {
            copy.Property(c => c.ResourceId).HasMaxLength(Copy.MaxResourceIdLength);
            copy.Property(c => c.Location).HasMaxLength(200);
            copy.Property(c => c.Fingerprint).HasMaxLength(200);
        }
    }
}
