using Dashboard.Benchmarks;
using Dashboard.Benchmarks.Circuits;
using Dashboard.Benchmarks.Deletions;
using Dashboard.Benchmarks.Inventory;
using Dashboard.Benchmarks.Ledger;
using Dashboard.Benchmarks.Summary;

switch (args)
{
    case ["import", .. var rest]:
        await ImportBenchmark.RunAsync(rest is [var rows] ? int.Parse(rows) : 1_000_000);
        return 0;
    case ["inventory", .. var rest]:
        await InventoryBenchmark.RunAsync(rest.Length > 1 ? Array.ConvertAll(rest[1..], int.Parse) : [10_000, 1_000_000], rest.FirstOrDefault(""), CancellationToken.None);
        return 0;
    case ["circuits", .. var counts]:
        await CircuitsBenchmark.RunAsync(counts.Length > 0 ? Array.ConvertAll(counts, int.Parse) : [50, 200, 1000], CancellationToken.None);
        return 0;
    case [LoadClient.Command, var address, var path, var cookie, var count]:
        await LoadClient.RunAsync(new(address), path, cookie, int.Parse(count), CancellationToken.None);
        return 0;
    case ["summary"]:
        await SummaryBenchmark.RunAsync(CancellationToken.None);
        return 0;
    case ["certificate", .. var rest]:
        await CertificateBenchmark.RunAsync(rest is [var copies] ? int.Parse(copies) : 100_000, CancellationToken.None);
        return 0;
    case ["ledger-check", .. var rest]:
        await LedgerCheckBenchmark.RunAsync(rest is [var entries, ..] ? int.Parse(entries) : 1_000_000, rest is [_, var program] ? program : null);
        return 0;
    case ["ledger-append"]:
        await AppendBenchmark.RunAsync(CancellationToken.None);
        return 0;
    case ["ledger-proof", .. var rest]:
        await ProofBenchmark.RunAsync(rest is [var stored] ? long.Parse(stored) : 10_000_000, CancellationToken.None);
        return 0;
    case ["deletions", .. var rest]:
        await DeletionBenchmark.RunAsync(rest is [var items] ? int.Parse(items) : 100_000, CancellationToken.None);
        return 0;
    default:
        Console.Error.WriteLine("usage: dotnet run -c Release --project tests/Dashboard.Benchmarks -- import [rows] | inventory [filter [copies ...]] | circuits [circuits ...] | summary | deletions [items] | certificate [copies] | ledger-append | ledger-proof [entries] | ledger-check [entries [published program]]");
        return 2;
}
