using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Findings;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;
using Dashboard.Core.Traffic;
using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dashboard.Core;

/// <summary>The only context, for SQLite and SQL Server. A factory creates one for each operation.</summary>
public sealed class DashboardContext(DbContextOptions<DashboardContext> options) : DbContext(options)
{
    public DbSet<Member> Members => Set<Member>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<ApiTokenLocation> ApiTokenLocations => Set<ApiTokenLocation>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<Lease> Leases => Set<Lease>();

    public DbSet<Classification> Classifications => Set<Classification>();

    public DbSet<BoundaryRule> BoundaryRules => Set<BoundaryRule>();

    public DbSet<Location> Locations => Set<Location>();

    public DbSet<DataSystem> Systems => Set<DataSystem>();

    public DbSet<Dataset> Datasets => Set<Dataset>();

    public DbSet<DatasetWord> DatasetWords => Set<DatasetWord>();

    public DbSet<RecordedComparison> RecordedComparisons => Set<RecordedComparison>();

    public DbSet<Copy> Copies => Set<Copy>();

    public DbSet<CopyRollup> CopyRollups => Set<CopyRollup>();

    public DbSet<DatasetRollup> DatasetRollups => Set<DatasetRollup>();

    public DbSet<Wave> Waves => Set<Wave>();

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<MappingRule> MappingRules => Set<MappingRule>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<ImportRejection> ImportRejections => Set<ImportRejection>();

    public DbSet<DatasetChange> DatasetChanges => Set<DatasetChange>();

    public DbSet<DailyFigure> DailyFigures => Set<DailyFigure>();

    public DbSet<TrafficDay> Traffic => Set<TrafficDay>();

    public DbSet<Finding> Findings => Set<Finding>();

    public DbSet<DeletionBatch> DeletionBatches => Set<DeletionBatch>();

    public DbSet<DeletionItem> DeletionItems => Set<DeletionItem>();

    public DbSet<BatchApproval> BatchApprovals => Set<BatchApproval>();

    public DbSet<BatchNote> BatchNotes => Set<BatchNote>();

    public DbSet<BatchVisit> BatchVisits => Set<BatchVisit>();

    public DbSet<QuorumRule> QuorumRules => Set<QuorumRule>();

    public DbSet<LegalHold> LegalHolds => Set<LegalHold>();

    public DbSet<WorkOrder> WorkOrders => Set<WorkOrder>();

    public DbSet<ExecutionReport> ExecutionReports => Set<ExecutionReport>();

    public DbSet<ReportedItem> ReportedItems => Set<ReportedItem>();

    public DbSet<BatchCertificate> BatchCertificates => Set<BatchCertificate>();

    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();

    public DbSet<LedgerSubjectLink> LedgerSubjects => Set<LedgerSubjectLink>();

    public DbSet<LedgerNode> LedgerNodes => Set<LedgerNode>();

    public DbSet<LedgerHead> LedgerHead => Set<LedgerHead>();

    public DbSet<LedgerCheckpoint> LedgerCheckpoints => Set<LedgerCheckpoint>();

    public DbSet<LedgerWitness> LedgerWitnesses => Set<LedgerWitness>();

    public DbSet<LedgerAlarm> LedgerAlarms => Set<LedgerAlarm>();

    /// <summary>The change being recorded; null when there is none.</summary>
    internal LedgerTransaction? Recording { get; set; }

    /// <summary>Set by tests while they set up their starting data.</summary>
    internal bool IsArranging { get; set; }

    /// <summary>
    /// Begins a change that is committed together with the ledger entries that record it. It waits for its turn first: until it ends, no one else
    /// changes anything, so what it reads stays true.
    /// </summary>
    public async Task<LedgerTransaction> BeginChangeAsync(LedgerActor actor, TimeProvider clock, CancellationToken cancellationToken)
    {
        var change = await BeginLongChangeAsync(actor, clock, cancellationToken);
        try
        {
            await change.TakeTurnAsync(cancellationToken);
            return change;
        }
        catch
        {
            await change.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc cref="BeginChangeAsync(LedgerActor, TimeProvider, CancellationToken)"/>
    /// <exception cref="ActorChangedException">The member was suspended or changed after the rights were checked.</exception>
    public async Task<LedgerTransaction> BeginChangeAsync(Member actor, TimeProvider clock, CancellationToken cancellationToken)
    {
        var change = await BeginChangeAsync(LedgerActors.Of(actor), clock, cancellationToken);
        if (await Members.AnyAsync(member => member.Id == actor.Id && member.Version == actor.Version, cancellationToken))
            return change;
        await change.DisposeAsync();
        throw new ActorChangedException();
    }

    /// <summary>
    /// As <see cref="BeginChangeAsync(LedgerActor, TimeProvider, CancellationToken)"/>, for a change whose work takes minutes: it takes its turn
    /// itself, late, and must check then that what it read before is still true.
    /// </summary>
    public Task<LedgerTransaction> BeginLongChangeAsync(LedgerActor actor, TimeProvider clock, CancellationToken cancellationToken) =>
        LedgerTransaction.BeginAsync(this, actor, clock, cancellationToken);

    /// <summary>Waits for the current transaction's turn, which lasts until it ends.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction, or no row to lock.</exception>
    public async Task TakeTurnAsync(CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is null)
            throw new InvalidOperationException("A turn is taken in a transaction; without one it would end at once.");
        if (await LedgerHead.ExecuteUpdateAsync(set => set.SetProperty(head => head.Turn, head => head.Turn + 1), cancellationToken) != 1)
            throw new InvalidOperationException("The row of the ledger's head is missing. Restore the database from a backup.");
    }

    /// <summary>Begins a transaction in its turn that needs no entry, because it decides nothing.</summary>
    public async Task<IDbContextTransaction> BeginTurnAsync(CancellationToken cancellationToken)
    {
        var transaction = await Database.BeginTransactionAsync(cancellationToken);
        try
        {
            await TakeTurnAsync(cancellationToken);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    private bool IsSqlite => Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite";

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RequireLedger();
        RaiseVersions();
        return Migration.DatasetWords.Pending(this) is { } words
            ? SaveAsync(words, acceptAllChangesOnSuccess, CancellationToken.None).GetAwaiter().GetResult()
            : base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RequireLedger();
        RaiseVersions();
        return Migration.DatasetWords.Pending(this) is { } words
            ? SaveAsync(words, acceptAllChangesOnSuccess, cancellationToken)
            : base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (IsSqlite)
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcText>().HaveMaxLength(24);
            return;
        }

        // Text compares and sorts by its bytes, as on SQLite: resource IDs that differ only in case are two resources.
        configurationBuilder.Properties<string>().UseCollation("Latin1_General_100_BIN2");
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<WholeMilliseconds>().HavePrecision(3);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DashboardContext).Assembly);
        if (!IsSqlite)
        {
            // IDs that a listing may end with a space.
            foreach (var id in new[] { modelBuilder.Entity<Copy>().Property(copy => copy.ResourceId), modelBuilder.Entity<Dataset>().Property(dataset => dataset.Urn) })
                id.HasConversion<EndedText>().HasMaxLength(id.Metadata.GetMaxLength()!.Value + 1);
        }

        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(IVersioned))))
            entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
    }

    /// <summary>Changes to ledgered entities are saved only inside a recorded change.</summary>
    private void RequireLedger()
    {
        if (Recording is not null || IsArranging)
            return;
        var changed = ChangeTracker.Entries<ILedgered>()
            .FirstOrDefault(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted);
        if (changed is not null)
            throw new InvalidOperationException($"A change to {changed.Metadata.DisplayName()} must be recorded: begin it with {nameof(BeginChangeAsync)}.");
    }

    /// <summary>Saves datasets and their search words in one transaction.</summary>
    private async Task<int> SaveAsync(DatasetWords words, bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        var isAlone = Database.CurrentTransaction is null && Database.AutoTransactionBehavior is not AutoTransactionBehavior.Never;
        await using var own = isAlone ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await words.WriteAsync(this, cancellationToken);
        if (own is not null)
            await own.CommitAsync(cancellationToken);
        return saved;
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
