using Dashboard.Benchmarks.Inventory;

foreach (var size in new[] { 10_000, 1_000_000 })
{
    var clock = System.Diagnostics.Stopwatch.StartNew();
    File.Delete($"/tmp/inv-{size}.db");
    await new SyntheticInventory($"/tmp/inv-{size}.db", size).CreateAsync(CancellationToken.None);
    Console.WriteLine($"{size} {clock.Elapsed}");
}
