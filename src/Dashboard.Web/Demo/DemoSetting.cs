using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Demo;

/// <summary>What people would have set up before the first report came: boundary, locations, waves, sources and mapping rules.</summary>
internal static class DemoSetting
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

    public static async Task<Dictionary<string, Source>> CreateAsync(
        IDbContextFactory<DashboardContext> contexts, DateOnly today, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var classification in await context.Classifications.ToListAsync(cancellationToken))
        {
            context.BoundaryRules.Add(BoundaryRule.Create(
                "Oracle", "US", classification.Id, today.AddDays(-420), null, "Trusted operator agreement, section 2.1").Value);
        }

        var virginia = Centre("Virginia data centre", "US", "virginia", LocationKind.OwnDataCentre, 38.95, -77.45);
        var singapore = Centre("Singapore data centre", "SG", "singapore", LocationKind.OwnDataCentre, 1.35, 103.82);
        var vault = Centre("Offline vault Jurong", "SG", "vault-2", LocationKind.OfflineVault, 1.32, 103.69);
        var campaigns = Location.OfCloudRegion(CloudRegions.Find("AWS", "us-east-1")!);
        context.Locations.AddRange(virginia, singapore, vault, campaigns);
        AddWaves(context, today);
        await context.SaveChangesAsync(cancellationToken);

        Source[] sources =
        [
            New(Register, "Dataset register", SourceKind.Register, 24 * 15, null),
            New(Virginia, "Virginia inventory", SourceKind.Inventory, 24 * 8, null),
            New(Singapore, "Singapore inventory", SourceKind.Inventory, 24 * 8, null),
            New(Oracle, "Oracle regions inventory", SourceKind.Inventory, 24 * 5, null),
            New(Vault, "Vault tape catalogue", SourceKind.Inventory, 24 * 14, null),
            New(Edge, "Edge survey", SourceKind.Inventory, 24 * 30, null, isComplete: false),
            New(Traffic, "Edge traffic by location", SourceKind.Traffic, 24 * 8, null),
            New(Hdfs, "Analytics cluster Virginia (HDFS)", SourceKind.Inventory, 24 * 7, virginia.Id),
            New(Buckets, "Oracle Object Storage buckets", SourceKind.Inventory, 24 * 7, null),
            New(Campaigns, "Campaign bucket (AWS S3)", SourceKind.Inventory, 24 * 7, campaigns.Id),
        ];
        context.Sources.AddRange(sources);
        await context.SaveChangesAsync(cancellationToken);
        var byKey = sources.ToDictionary(source => source.Key);
        context.MappingRules.AddRange(
            Rule(Hdfs, MappingKind.PathPrefix, "/warehouse/events", "urn:meridian:data-warehouse-raw-events", CopyRole.Replica),
            Rule(Hdfs, MappingKind.PathPrefix, "/warehouse/cohorts", "urn:meridian:data-warehouse-cohorts", CopyRole.Replica),
            Rule(Hdfs, MappingKind.PathPrefix, "/models/training", "urn:meridian:model-training-training-sets", CopyRole.Replica),
            Rule(Buckets, MappingKind.Bucket, "landing-uploads", "urn:meridian:uploads-originals", CopyRole.Replica),
            Rule(Buckets, MappingKind.Bucket, "landing-messages", "urn:meridian:direct-messages-conversations", CopyRole.Replica),
            Rule(Buckets, MappingKind.Bucket, "replica-messages", "urn:meridian:direct-messages-conversations", CopyRole.Backup),
            Rule(Campaigns, MappingKind.PathPrefix, "meridian-campaigns/audiences/", "urn:meridian:advertising-audiences", CopyRole.Export));
        await context.SaveChangesAsync(cancellationToken);
        return byKey;

        MappingRule Rule(string source, MappingKind kind, string pattern, string dataset, CopyRole role) =>
            MappingRule.Create(byKey[source].Id, kind, pattern, dataset, role).Value;
    }

    private static void AddWaves(DashboardContext context, DateOnly today)
    {
        (int Start, int? Completion, string Description)[] plans =
        [
            (-178, -75, "Who people are and what they paid: first, because everything else refers to it."),
            (-152, -12, "What people say to each other, and what keeps them safe."),
            (-120, 30, "What people publish and buy."),
            (-72, 75, "What is inferred about people, and what is sold against it."),
            (-32, 160, "What is counted and logged."),
            (0, null, ""),
        ];
        foreach (var (plan, name) in plans.Zip(DemoFiles.WaveNames))
        {
            context.Waves.Add(plan.Completion is { } completion
                ? Wave.Create(name, plan.Description, today.AddDays(plan.Start), today.AddDays(completion)).Value
                : Wave.Create(name, "Nobody has committed to a date yet.", null, null).Value);
        }
    }

    private static Location Centre(string name, string country, string region, LocationKind kind, double latitude, double longitude)
    {
        var location = Location.Discovered(DemoNames.Company, country, region);
        _ = location.Describe(name, DemoNames.Company, country, kind, latitude, longitude);
        return location;
    }

    private static Source New(string key, string name, SourceKind kind, int hours, long? locationId, bool isComplete = true) =>
        Source.Create(key, name, kind, hours, locationId, isComplete).Value;
}
