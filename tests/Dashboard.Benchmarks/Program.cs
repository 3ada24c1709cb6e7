using Dashboard.Benchmarks.Inventory;

// One verb, one table: dotnet run -c Release --project tests/Dashboard.Benchmarks -- inventory
var token = CancellationToken.None;
switch (args)
{
    case ["inventory"]:
        await InventoryBenchmark.RunAsync([10_000, 1_000_000], token);
        return 0;
    default:
        await Console.Error.WriteLineAsync("Say what to measure: inventory.");
        return 1;
}
