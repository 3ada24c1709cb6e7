using Dashboard.Core.Administration;
using Dashboard.Core.Findings;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;
using Dashboard.Core.Traffic;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core;

/// <summary>The one context, for SQLite and SQL Server. Taken from a factory, one for each operation.</summary>
public sealed class DashboardContext(DbContextOptions<DashboardContext> options) : DbContext(options)
{
    public DbSet<Member> Members => Set<Member>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<Classification> Classifications => Set<Classification>();

    public DbSet<BoundaryRule> BoundaryRules => Set<BoundaryRule>();

    public DbSet<Location> Locations => Set<Location>();

    public DbSet<DataSystem> Systems => Set<DataSystem>();

    public DbSet<Dataset> Datasets => Set<Dataset>();

    public DbSet<RecordedComparison> RecordedComparisons => Set<RecordedComparison>();

    public DbSet<Copy> Copies => Set<Copy>();

    public DbSet<CopyRollup> CopyRollups => Set<CopyRollup>();

    public DbSet<Wave> Waves => Set<Wave>();

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<MappingRule> MappingRules => Set<MappingRule>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<ImportRejection> ImportRejections => Set<ImportRejection>();

    public DbSet<DatasetChange> DatasetChanges => Set<DatasetChange>();

    public DbSet<DailyFigure> DailyFigures => Set<DailyFigure>();

    public DbSet<TrafficDay> Traffic => Set<TrafficDay>();

    public DbSet<Finding> Findings => Set<Finding>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RaiseVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RaiseVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite")
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcText>().HaveMaxLength(24);
        else // Text compares and sorts by its bytes, as it does on SQLite: resource ids that differ in case are two resources.
            configurationBuilder.Properties<string>().UseCollation("Latin1_General_100_BIN2");
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DashboardContext).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(IVersioned))))
            entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
    }

    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(entry => entry.State is EntityState.Modified or EntityState.Added))
        {
            var version = entry.Property(nameof(IVersioned.Version));
            version.CurrentValue = entry.Entity.Version + 1;
        }
    }
}
