using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Dashboard.ReferenceExecutor;

/// <summary>
/// The record of what was done, stored next to the folder. Each order has a journal that is written before a file is deleted, so that an
/// interrupted run can be continued. Each report has a file of the lines it is based on, and contains that file's SHA-256.
/// </summary>
internal sealed class Evidence(string folder)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The latest line for each item of an order, by resource.</summary>
    public Dictionary<string, Outcome> Read(long orderId)
    {
        var known = new Dictionary<string, Outcome>(StringComparer.Ordinal);
        if (!File.Exists(JournalOf(orderId)))
            return known;
        foreach (var line in File.ReadLines(JournalOf(orderId)))
        {
            if (Parse(line) is { } outcome)
                known[outcome.Resource] = outcome;
        }

        return known;
    }

    /// <summary>Adds a line to the order's journal. The line is on disk when this returns.</summary>
    public void Note(long orderId, Outcome outcome)
    {
        Directory.CreateDirectory(folder);
        using var journal = new FileStream(JournalOf(orderId), FileMode.Append, FileAccess.Write, FileShare.Read);
        journal.Write(LineOf(outcome));
        journal.Flush(flushToDisk: true);
    }

    /// <summary>Stores the lines that a report is based on.</summary>
    /// <returns>The file's SHA-256, lower-case hex: the same for the same lines.</returns>
    public string Keep(long orderId, IReadOnlyList<Outcome> outcomes)
    {
        byte[] lines = [.. outcomes.SelectMany(LineOf)];
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(lines));
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Join(folder, $"order-{orderId}-{sha256[..16]}.ndjson"), lines);
        return sha256;
    }

    /// <summary>Null for a line that an interrupted run wrote only in part: its file had not been deleted yet.</summary>
    private static Outcome? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Outcome>(line, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] LineOf(Outcome outcome) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(outcome, Options) + "\n");

    private string JournalOf(long orderId) => Path.Join(folder, $"order-{orderId}.ndjson");
}
