using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Demo;

/// <summary>What people would have set up before the first report: boundary, locations, waves, sources and mapping rules.</summary>
internal sealed class DemoSetting(IDbContextFactory<DashboardContext> contexts, DemoClock past, DateOnly today)
{
    public const string Register = "dataset-register";
    public const string Virginia = "virginia-inventory";
    public const string Singapore = "singapore-inventory";
    public const string Oracle = "oracle-inventory";
    public const string Vault = "vault-catalogue";
    public const string Edge = "edge-survey";
    public const string Traffic = "traffic";
    public const string Hdfs = "hdfs-virginia";
    public const string Buckets = "oracle-buckets";
    public const string Campaigns = "s3-campaigns";

    /// <returns>The sources by key.</returns>
    public async Task<Dictionary<string, Source>> CreateAsync(CancellationToken cancellationToken)
    {
        await AddBoundaryAsync(cancellationToken);
        var locations = await AddLocationsAsync(cancellationToken);
        await RecordAsync(
            DemoActors.SecondLead, Waves(), wave => new(LedgerActions.WaveCreated, LedgerSubjects.Of(wave), $"created the wave “{wave.Name}”"),
            null, cancellationToken);
        var sources = await AddSourcesAsync(locations, cancellationToken);
        await AddMappingRulesAsync(sources, cancellationToken);
        return sources;
    }

    private async Task AddBoundaryAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var classes = await context.Classifications.ToDictionaryAsync(classification => classification.Id, classification => classification.Name, cancellationToken);
        await RecordAsync(
            DemoActors.Lead,
            [.. classes.Keys.Select(id => BoundaryRule.Create("Oracle", "US", id, today.AddDays(-420), null, "Trusted operator agreement, section 2.1").Value)],
            rule => new(
                LedgerActions.BoundaryRuleAdded, LedgerSubjects.Of(rule),
                $"let {rule.Operator} in {Countries.NameOf(rule.Country)} hold {classes[rule.ClassificationId]} data from {rule.ValidFrom:yyyy-MM-dd} on"),
            (nameof(BoundaryRule.ClassificationId), classes), cancellationToken);
    }

    private async Task<Dictionary<string, long>> AddLocationsAsync(CancellationToken cancellationToken)
    {
        Location[] locations =
        [
            Centre("Virginia data centre", "US", "virginia", LocationKind.OwnDataCentre, 38.95, -77.45),
            Centre("Singapore data centre", "SG", "singapore", LocationKind.OwnDataCentre, 1.35, 103.82),
            Centre("Offline vault Jurong", "SG", "vault-2", LocationKind.OfflineVault, 1.32, 103.69),
            Location.OfCloudRegion(CloudRegions.Find("AWS", "us-east-1")!),
        ];
        await RecordAsync(
            DemoActors.Lead, locations,
            location => new(LedgerActions.LocationDescribed, LedgerSubjects.Of(location), $"described the location {location.Name}"), null, cancellationToken);
        return new() { [Hdfs] = locations[0].Id, [Campaigns] = locations[3].Id };
    }

    private async Task<Dictionary<string, Source>> AddSourcesAsync(Dictionary<string, long> locations, CancellationToken cancellationToken)
    {
        Source[] sources =
        [
            New(Register, "Dataset register", SourceKind.Register, 24 * 15),
            New(Virginia, "Virginia inventory", SourceKind.Inventory, 24 * 8),
            New(Singapore, "Singapore inventory", SourceKind.Inventory, 24 * 8),
            New(Oracle, "Oracle regions inventory", SourceKind.Inventory, 24 * 5),
            New(Vault, "Vault tape catalogue", SourceKind.Inventory, 24 * 14),
            New(Edge, "Edge survey", SourceKind.Inventory, 24 * 30, isComplete: false),
            New(Traffic, "Edge traffic by location", SourceKind.Traffic, 24 * 8),
            New(Hdfs, "Analytics cluster Virginia (HDFS)", SourceKind.Inventory, 24 * 7),
            New(Buckets, "Oracle Object Storage buckets", SourceKind.Inventory, 24 * 7),
            New(Campaigns, "Campaign bucket (AWS S3)", SourceKind.Inventory, 24 * 7),
        ];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var names = await context.Locations.ToDictionaryAsync(location => location.Id, location => location.Name, cancellationToken);
        await RecordAsync(
            DemoActors.Administrator, sources,
            source => new(LedgerActions.SourceCreated, LedgerSubjects.Of(source), $"created the source {source.Name}"),
            (nameof(Source.LocationId), names), cancellationToken);
        return sources.ToDictionary(source => source.Key);

        Source New(string key, string name, SourceKind kind, int hours, bool isComplete = true) =>
            Source.Create(key, name, kind, hours, locations.TryGetValue(key, out var location) ? location : null, isComplete).Value;
    }

    private Task AddMappingRulesAsync(Dictionary<string, Source> sources, CancellationToken cancellationToken)
    {
        var names = sources.Values.ToDictionary(source => source.Id, source => source.Name);
        return RecordAsync(
            DemoActors.SecondLead,
            [
                Rule(Hdfs, MappingKind.PathPrefix, "/warehouse/events", "urn:meridian:data-warehouse-raw-events", CopyRole.Replica),
                Rule(Hdfs, MappingKind.PathPrefix, "/warehouse/cohorts", "urn:meridian:data-warehouse-cohorts", CopyRole.Replica),
                Rule(Hdfs, MappingKind.PathPrefix, "/models/training", "urn:meridian:model-training-training-sets", CopyRole.Replica),
                Rule(Buckets, MappingKind.Bucket, "landing-uploads", "urn:meridian:uploads-originals", CopyRole.Replica),
                Rule(Buckets, MappingKind.Bucket, "landing-messages", "urn:meridian:direct-messages-conversations", CopyRole.Replica),
                Rule(Buckets, MappingKind.Bucket, "replica-messages", "urn:meridian:direct-messages-conversations", CopyRole.Backup),
                Rule(Campaigns, MappingKind.PathPrefix, "meridian-campaigns/audiences/", "urn:meridian:advertising-audiences", CopyRole.Export),
            ],
            rule => new(
                LedgerActions.MappingRuleAdded, LedgerSubjects.Of(rule), $"mapped {rule.Pattern} of {names[rule.SourceId]} to {rule.DatasetUrn}")
            {
                Related = [LedgerSubjects.OfSource(rule.SourceId, names[rule.SourceId])],
            },
            (nameof(MappingRule.SourceId), names), cancellationToken);

        MappingRule Rule(string source, MappingKind kind, string pattern, string dataset, CopyRole role) =>
            MappingRule.Create(sources[source].Id, kind, pattern, dataset, role).Value;
    }

    /// <summary>Saves what one person sets up, with a ledger entry for each object.</summary>
    /// <param name="names">A field that contains IDs, and the name for each ID.</param>
    private async Task RecordAsync<T>(
        LedgerActor actor, IReadOnlyList<T> created, Func<T, LedgerDraft> draft, (string Field, Dictionary<long, string> Names)? names,
        CancellationToken cancellationToken)
        where T : class, ILedgered
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(actor, past, cancellationToken);
        context.AddRange(created);
        var words = names is { } known
            ? new Dictionary<string, Func<object?, string?>> { [known.Field] = id => id is long number ? known.Names[number] : null }
            : null;
        var changes = created.Select(entity => FieldChanges.Of(context, entity, words)).ToArray();
        await context.SaveChangesAsync(cancellationToken);
        await change.CommitAsync([.. created.Zip(changes, (entity, fields) => draft(entity) with { Changes = fields })], cancellationToken);
        past.MoveTo(past.GetUtcNow().AddMinutes(5));
    }

    private Wave[] Waves()
    {
        (int Start, int? Completion, string Description)[] plans =
        [
            (-178, -75, "Accounts and payments. First, because everything else refers to them."),
            (-152, -12, "Messages, comments and safety data."),
            (-120, 30, "Published media and purchases."),
            (-72, 75, "Inferred interests, and the advertising based on them."),
            (-32, 160, "Metrics and logs."),
            (0, null, ""),
        ];
        return
        [
            .. plans.Zip(DemoFiles.WaveNames, (plan, name) => plan.Completion is { } completion
                ? Wave.Create(name, plan.Description, today.AddDays(plan.Start), today.AddDays(completion)).Value
                : Wave.Create(name, "No one has committed to a date yet.", null, null).Value),
        ];
    }

    private static Location Centre(string name, string country, string region, LocationKind kind, double latitude, double longitude)
    {
        var location = Location.Discovered(DemoNames.Company, country, region);
        _ = location.Describe(name, DemoNames.Company, country, kind, latitude, longitude);
        return location;
    }
}
