using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Dashboard.ReferenceExecutor;

/// <summary>
/// What was done, kept beside the folder. Each order has a journal, written before a file is deleted: by it a run that broke off is taken
/// up again. Each report has a file of the lines that it rests on, whose SHA-256 it names.
/// </summary>
internal sealed class Evidence(string folder)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The latest line of each item of an order, by the item's resource.</summary>
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

    /// <summary>On the disk before this returns.</summary>
    public void Note(long orderId, Outcome outcome)
    {
        Directory.CreateDirectory(folder);
        using var journal = new FileStream(JournalOf(orderId), FileMode.Append, FileAccess.Write, FileShare.Read);
        journal.Write(LineOf(outcome));
        journal.Flush(flushToDisk: true);
    }

    /// <summary>Keeps the lines that a report rests on.</summary>
    /// <returns>The file's SHA-256, lower-case hex: the same for the same lines.</returns>
    public string Keep(long orderId, IReadOnlyList<Outcome> outcomes)
    {
        byte[] lines = [.. outcomes.SelectMany(LineOf)];
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(lines));
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Join(folder, $"order-{orderId}-{sha256[..16]}.ndjson"), lines);
        return sha256;
    }

    /// <summary>A line that a broken run wrote in part is none: its file had not been deleted yet.</summary>
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
