namespace Dashboard.Web.Demo;

/// <summary>
/// The invented data estate: 400 datasets of 30 systems in six waves. The same seed gives the same estate; days are relative to today,
/// so it is always 180 days old.
/// </summary>
internal sealed class DemoEstate
{
    public const int Days = 180;

    private const int DatasetCount = 400;
    private const int Never = 10_000;

    /// <summary>For each wave: first day of copying, days to copy, days to cut over, days until deletion is ordered; and how many in ten get that far.</summary>
    private static readonly (int Start, int Copy, int CutOver, int Order, int Finish)[] Pace =
    [
        (-176, 14, 20, 25, 9),
        (-150, 22, 24, 30, 7),
        (-118, 26, 32, 34, 5),
        (-70, 30, 34, 30, 3),
        (-30, 34, 40, 30, 2),
        (Never, 0, 0, 0, 0),
    ];

    public DemoEstate()
    {
        var random = new Random(20260101);
        var names = DemoNames.Systems.SelectMany(system => system.Datasets.SelectMany(
            dataset => DemoNames.Shards.Select(shard => (system.System, Name: dataset + shard)))).ToArray();
        var kept = names.OrderBy(_ => random.Next()).Take(DatasetCount).OrderBy(name => name.System, StringComparer.Ordinal).ThenBy(name => name.Name, StringComparer.Ordinal);
        Datasets = [.. kept.Select((name, number) => Make(random, name.System, name.Name, number))];
        Copies = [.. Datasets.SelectMany(dataset => CopiesOf(random, dataset))];
    }

    public IReadOnlyList<DemoDataset> Datasets { get; }

    public IReadOnlyList<DemoCopy> Copies { get; }

    /// <summary>Resources that executors have deleted, and the day from which inventories no longer list them.</summary>
    public Dictionary<string, int> Gone { get; } = new(StringComparer.Ordinal);

    private static DemoDataset Make(Random random, string system, string name, int number)
    {
        var wave = system switch
        {
            "Accounts" or "Payments" or "Email" or "Notifications" => 0,
            "Direct messages" or "Comments" or "Follow graph" or "Safety" or "Customer support" => 1,
            "Uploads" or "Live" or "Effects" or "Sound library" or "Shop" or "Creator tools" => 2,
            "Advertising" or "Measurement" or "Search" or "Recommendation" or "Location" or "Trust signals" => 3,
            "Research" or "Archives" or "Public content" => 5,
            _ => 4,
        };
        var (start, copy, cutOver, order, finish) = Pace[wave];
        var copyDay = start == Never ? Never : start + random.Next(copy);
        var equalDay = copyDay == Never ? Never : copyDay + (copy / 2) + random.Next(copy);
        var getsThere = random.Next(10) < finish;
        var cutOverDay = equalDay == Never || (!getsThere && random.Next(3) > 0) ? Never : equalDay + 4 + random.Next(cutOver);
        var orderDay = cutOverDay == Never || !getsThere ? Never : cutOverDay + 10 + random.Next(order);
        var bytes = (long)(Math.Exp((random.NextDouble() * 6.5) + 3.2) * 1_000_000_000_0);
        var words = (system + " " + name).Split(' ');
        return new(
            $"urn:meridian:{string.Join('-', words).ToLowerInvariant()}", Capital(name), system,
            number % 43 == 11 ? null : DemoNames.Owners[(Math.Abs(system.Length * 7) + (number % 3)) % DemoNames.Owners.Length],
            ClassOf(system, number), wave + 1, bytes, bytes / (400 + random.Next(4000)), random.Next(10) < 3,
            copyDay, equalDay, cutOverDay, orderDay, number);
    }

    private static string ClassOf(string system, int number) =>
        system == "Public content" ? "Public"
        : system is "Legal response" && number % 2 == 0 ? "Excepted"
        : number % 29 == 3 ? "Unclassified"
        : "Protected";

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static IEnumerable<DemoCopy> CopiesOf(Random random, DemoDataset dataset)
    {
        var (home, other) = dataset.HomeIsSingapore ? (DemoPlace.Singapore, DemoPlace.Virginia) : (DemoPlace.Virginia, DemoPlace.Singapore);
        var (first, second) = random.Next(4) == 0 ? (DemoPlace.Phoenix, DemoPlace.Ashburn) : (DemoPlace.Ashburn, DemoPlace.Phoenix);
        yield return new(dataset, home, DemoRole.OldPrimary, 1.0, 0);
        if (random.Next(10) < 6)
            yield return new(dataset, other, DemoRole.Replica, 1.0, 0);
        for (var backup = 0; backup < 1 + random.Next(2); backup++)
            yield return new(dataset, backup == 0 ? home : other, DemoRole.Backup, 0.35 + (random.NextDouble() * 0.25), backup);
        if (random.Next(10) < 3)
            yield return new(dataset, DemoPlace.Vault, DemoRole.Backup, 0.4, 9);
        if (dataset.System is "Content delivery" || dataset.Number % 71 == 13)
            yield return new(dataset, DemoPlace.Nowhere, DemoRole.Cache, 0.02, 0);
        if (dataset.Number % 37 == 4)
            yield return new(dataset, DemoPlace.Singapore, DemoRole.Export, 0.05, 0);
        yield return new(dataset, first, DemoRole.NewPrimary, 1.0, 0);
        if (random.Next(10) < 7)
            yield return new(dataset, second, DemoRole.NewReplica, 1.0, 0);
        if (random.Next(10) < 8)
            yield return new(dataset, DemoPlace.Chicago, DemoRole.NewBackup, 0.4, 0);
    }
}
