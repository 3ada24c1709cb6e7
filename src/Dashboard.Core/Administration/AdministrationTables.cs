using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Core.Administration;

internal sealed class AdministrationTables :
    IEntityTypeConfiguration<Member>, IEntityTypeConfiguration<ProtectionKey>,
    IEntityTypeConfiguration<ApiToken>, IEntityTypeConfiguration<ApiTokenLocation>, IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<Member> member)
    {
        member.Property(m => m.Subject).HasMaxLength(255);
        member.Property(m => m.Name).HasMaxLength(200);
        member.Property(m => m.Email).HasMaxLength(320);
        member.Property(m => m.SearchText).HasMaxLength(722);
        member.Property(m => m.Unit).HasMaxLength(200);
        member.Property(m => m.Country).HasMaxLength(2);
        member.Property(m => m.Systems).IsJsonList().HasMaxLength(4000);
        member.Property(m => m.SuspendedBy).HasMaxLength(200);
        member.Property(m => m.SuspensionReason).HasMaxLength(1000);
        member.HasIndex(m => m.Subject).IsUnique();
        member.HasIndex(m => new { m.Name, m.Id });
    }

    public void Configure(EntityTypeBuilder<ProtectionKey> key)
    {
        key.Property(k => k.Name).HasMaxLength(200);
        key.Property(k => k.Xml);
    }

    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.Property(t => t.Name).HasMaxLength(ApiToken.LongestName);
        token.Property(t => t.SecretSha256).HasMaxLength(32);
        token.Property(t => t.IssuedBy).HasMaxLength(200);
        token.Property(t => t.RevokedBy).HasMaxLength(200);
        token.Property(t => t.RevocationReason).HasMaxLength(1000);
        token.HasOne<Source>().WithMany().HasForeignKey(t => t.SourceId).OnDelete(DeleteBehavior.Restrict);
        token.HasMany(t => t.Locations).WithOne().HasForeignKey(l => l.TokenId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ApiTokenLocation> location)
    {
        location.ToTable("ApiTokenLocations");
        location.HasKey(l => new { l.TokenId, l.LocationId });
        location.HasOne<Location>().WithMany().HasForeignKey(l => l.LocationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.Property(v => v.Page).HasMaxLength(SavedView.LongestPage);
        view.Property(v => v.Name).HasMaxLength(SavedView.LongestName);
        view.Property(v => v.NameKey).HasMaxLength(SavedView.LongestName);
        view.Property(v => v.Query).HasMaxLength(SavedView.LongestQuery);
        view.HasIndex(v => new { v.MemberId, v.Page, v.NameKey }).IsUnique();
        view.HasOne<Member>().WithMany().HasForeignKey(v => v.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}
