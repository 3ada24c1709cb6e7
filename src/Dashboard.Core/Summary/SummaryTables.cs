using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Core.Summary;

internal sealed class SummaryTables : IEntityTypeConfiguration<DailyFigure>
{
    public void Configure(EntityTypeBuilder<DailyFigure> figure)
    {
        figure.Ignore(f => f.Datasets);
        figure.HasOne<Wave>().WithMany().HasForeignKey(f => f.WaveId).OnDelete(DeleteBehavior.Cascade);
        // Two unique keys, because SQLite lets a key with a null repeat: one row a day for each wave, and one for the programme.
        figure.HasIndex(f => new { f.WaveId, f.Day }).IsUnique();
        figure.HasIndex(f => f.Day, "ProgrammeFigures").IsUnique().HasFilter("WaveId IS NULL");
    }
}
