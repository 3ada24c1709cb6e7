using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Core.Imports;

internal sealed class ImportTables :
    IEntityTypeConfiguration<Source>, IEntityTypeConfiguration<MappingRule>, IEntityTypeConfiguration<Import>,
    IEntityTypeConfiguration<ImportRejection>, IEntityTypeConfiguration<DatasetChange>
{
    public void Configure(EntityTypeBuilder<Source> source)
    {
        source.Property(s => s.Key).HasMaxLength(60);
        source.Property(s => s.Name).HasMaxLength(120);
        source.HasOne<Location>().WithMany().HasForeignKey(s => s.LocationId).OnDelete(DeleteBehavior.Restrict);
        source.HasIndex(s => s.Key).IsUnique();
        source.Ignore(s => s.StaleFrom);
        source.Ignore(s => s.ExpectedInterval);
    }

    public void Configure(EntityTypeBuilder<MappingRule> rule)
    {
        rule.Property(r => r.Pattern).HasMaxLength(500);
        rule.Property(r => r.DatasetUrn).HasMaxLength(300);
        rule.Property(r => r.Role).HasConversion<byte>();
        rule.HasOne<Source>().WithMany().HasForeignKey(r => r.SourceId).OnDelete(DeleteBehavior.Cascade);
        rule.HasIndex(r => new { r.SourceId, r.Kind, r.Pattern }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Import> import)
    {
        import.Property(i => i.Format).HasMaxLength(60);
        import.Property(i => i.Sha256).HasMaxLength(64);
        import.Property(i => i.Files).IsJsonList();
        import.Property(i => i.Folder).HasMaxLength(100);
        import.Property(i => i.StartedBy).HasMaxLength(200);
        import.Property(i => i.Notes).IsJsonList();
        import.Property(i => i.Sample).IsJson();
        import.Property(i => i.Refusal).HasMaxLength(4000);
        import.Property(i => i.WorkTime).HasConversion(time => (long)time.TotalMilliseconds, ms => TimeSpan.FromMilliseconds(ms));
        import.ComplexProperty(i => i.Counts);
        import.Property(i => i.PartialBecause).HasMaxLength(1000);
        import.Property(i => i.Coverage).IsJsonList();
        import.Property(i => i.WholeBecause).HasMaxLength(500);
        import.Property(i => i.StatedSha256).HasMaxLength(64);
        import.Property(i => i.BroughtByUnit).HasMaxLength(200);
        import.Property(i => i.ConfirmedBy).HasMaxLength(200);
        import.Property(i => i.ConfirmedByUnit).HasMaxLength(200);
        import.Property(i => i.WaitsBecause).HasMaxLength(1000);
        import.Ignore(i => i.Witness);
        import.Ignore(i => i.MayApplyItself);
        import.HasOne<Source>().WithMany().HasForeignKey(i => i.SourceId).OnDelete(DeleteBehavior.Restrict);
        import.Property(i => i.IdempotencyKey).HasMaxLength(ImportOrigin.MaxKeyLength);
        import.HasIndex(i => i.State);
        import.HasIndex(i => new { i.SourceId, i.IdempotencyKey }).IsUnique().HasFilter("\"IdempotencyKey\" IS NOT NULL");
        import.HasIndex(i => i.FinishedAt);
    }

    public void Configure(EntityTypeBuilder<ImportRejection> rejection)
    {
        rejection.Property(r => r.File).HasMaxLength(150);
        rejection.Property(r => r.Column).HasMaxLength(100);
        rejection.Property(r => r.Value).HasMaxLength(400);
        rejection.Property(r => r.Reason).HasMaxLength(500);
        rejection.HasOne<Import>().WithMany().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Cascade);
        rejection.HasIndex(r => new { r.ImportId, r.Id });
    }

    public void Configure(EntityTypeBuilder<DatasetChange> change)
    {
        change.HasOne<Dataset>().WithMany().HasForeignKey(c => c.DatasetId).OnDelete(DeleteBehavior.Cascade);
        change.HasOne<Import>().WithMany().HasForeignKey(c => c.ImportId).OnDelete(DeleteBehavior.Restrict);
        change.HasIndex(c => new { c.DatasetId, c.Id });
        change.HasIndex(c => new { c.ImportId, c.Id });
        change.HasIndex(c => new { c.StageMovedAt, c.StageBefore, c.StageAfter });
    }
}
