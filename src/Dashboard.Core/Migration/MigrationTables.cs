using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Core.Migration;

internal sealed class MigrationTables : IEntityTypeConfiguration<Dataset>, IEntityTypeConfiguration<DatasetWord>, IEntityTypeConfiguration<Wave>
{
    public void Configure(EntityTypeBuilder<Dataset> dataset)
    {
        dataset.Property(d => d.Urn).HasMaxLength(300);
        dataset.Property(d => d.Name).HasMaxLength(256);
        dataset.Property(d => d.Owner).HasMaxLength(256);
        dataset.Property(d => d.Categories).IsJsonList().HasMaxLength(2000);
        dataset.ComplexProperty(d => d.Standing);
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
}
