using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Core.Traffic;

internal sealed class TrafficTables : IEntityTypeConfiguration<TrafficDay>
{
    public void Configure(EntityTypeBuilder<TrafficDay> traffic)
    {
        traffic.ToTable("Traffic");
        traffic.Property(t => t.Service).HasMaxLength(128);
        traffic.HasOne<Source>().WithMany().HasForeignKey(t => t.SourceId).OnDelete(DeleteBehavior.Restrict);
        traffic.HasOne<Location>().WithMany().HasForeignKey(t => t.LocationId).OnDelete(DeleteBehavior.Restrict);
        traffic.HasIndex(t => new { t.Day, t.SourceId, t.Service, t.LocationId }).IsUnique();
    }
}
