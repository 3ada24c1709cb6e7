using Microsoft.EntityFrameworkCore;

namespace Dashboard.DemoIdentity.Provider;

/// <summary>OpenIddict's own store: the client, and the requests, codes and tokens in use.</summary>
internal sealed class DemoIdentityContext(DbContextOptions<DemoIdentityContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseOpenIddict();
}
