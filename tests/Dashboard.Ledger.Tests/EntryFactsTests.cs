using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace Dashboard.Ledger.Tests;

/// <summary>The fast reader of an entry must never accept what EntryJudge, which reads token by token, rejects or reads differently.</summary>
public sealed class EntryFactsTests
{
    private static readonly byte[][] Entries = [.. Ours().Select(Encoding.UTF8.GetBytes)];

    // Pieces of valid and invalid JSON.
    private static readonly string[] Scraps =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\\"", "\\u00e4", "\\u12", "\\x", "\"\"", "0", "00", "-", "-0", "1.", "1.5e+3", "1e", "9223372036854775808", "true", "nul", " ", "\n", "\t",
        "\0", "ä", "{}", "[[1]]", "\"previous\":", ",\"details\":{}", "\"time\":", "\u2028", "99", "Z", "+00:00",
    ];

    [Fact]
    public void OurEntries_AreReadDirectly_WithTheSameFacts()
    {
        foreach (var entry in Entries)
        {
            Assert.True(EntryFacts.TryRead(entry, out var facts), Encoding.UTF8.GetString(entry));
            Assert.Null(facts.Error);
            Assert.Equal(EntryJudge.Judge(entry), facts);
        }
    }

    [Fact]
    public void FirstEntry_HasKeysAndTime()
    {
        Assert.True(EntryFacts.TryRead(Entries[0], out var facts));
        Assert.True(facts.IsAboutKeys);
        Assert.Equal((0, new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero)), (facts.Sequence, facts.Time));
    }

    [Fact]
    public void EntriesWithOneByteChanged_AreReadLikeTheJudge() =>
        Gen.Select(Gen.Int[0, Entries.Length - 1], Gen.Int[0, int.MaxValue - 1], Gen.Byte).Sample(
            (which, at, value) =>
            {
                var line = (byte[])Entries[which].Clone();
                line[at % line.Length] = value;
                AssertSameAsJudge(line);
            },
            iter: 20_000);

    [Fact]
    public void EntriesWithAPieceInserted_AreReadLikeTheJudge() =>
        Gen.Select(Gen.Int[0, Entries.Length - 1], Gen.Int[0, int.MaxValue - 1], Gen.Int[0, 3], Gen.Int[0, Scraps.Length - 1]).Sample(
            (which, at, dropped, scrap) =>
            {
                var line = Entries[which];
                var from = at % line.Length;
                AssertSameAsJudge([.. line[..from], .. Encoding.UTF8.GetBytes(Scraps[scrap]), .. line[Math.Min(from + dropped, line.Length)..]]);
            },
            iter: 50_000);

    [Theory]
    [InlineData(31, true)]
    [InlineData(60, false)]
    public void DeepNesting_IsLeftToTheJudge(int depth, bool isReadDirectly)
    {
        var line = With("{\"a\":" + new string('[', depth) + new string(']', depth) + "}");
        Assert.Equal(isReadDirectly, EntryFacts.TryRead(line, out _));
        Assert.Null(EntryFacts.Read(line).Error);
    }

    [Theory]
    [InlineData("{\"a\":-0.5e-7,\"b\":[true,false,null,0,10],\"c\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E4\"}", true)]
    [InlineData("{\"a\":01}", false)]
    [InlineData("{\"a\":.5}", false)]
    [InlineData("{\"a\":1.}", false)]
    [InlineData("{\"a\":-}", false)]
    [InlineData("{\"a\":1e}", false)]
    [InlineData("{\"a\":+1}", false)]
    [InlineData("{\"a\":NaN}", false)]
    [InlineData("{\"a\":tru}", false)]
    [InlineData("{\"a\":\"\\u12g4\"}", false)]
    [InlineData("{\"a\":\"\\q\"}", false)]
    [InlineData("{\"a\":\"\t\"}", false)]
    [InlineData("{\"a\":1,}", false)]
    [InlineData("{\"a\":[1,]}", false)]
    [InlineData("{\"a\":[1}", false)]
    [InlineData("{\"a\"}", false)]
    [InlineData("{a:1}", false)]
    public void Details_MustBeJson(string details, bool isJson)
    {
        var line = With(details);
        Assert.Equal(isJson, EntryFacts.TryRead(line, out _));
        Assert.Equal(isJson ? null : "it is not JSON", EntryFacts.Read(line).Error);
    }

    [Theory]
    [InlineData("2026-02-29T00:00:00.000Z")]
    [InlineData("2026-13-01T00:00:00.000Z")]
    [InlineData("0000-01-01T00:00:00.000Z")]
    [InlineData("2026-01-01T25:00:00.000Z")]
    [InlineData("2026-01-01T00:00:60.000Z")]
    [InlineData("2026-01-01T00:00:00,000Z")]
    [InlineData("2026-01-01T00:00:00.0x0Z")]
    public void Time_Invalid_IsRefused(string time)
    {
        var line = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Entries[1])[..^27] + $"\"{time}\"}}");
        Assert.StartsWith("its time is not in the form", EntryFacts.Read(line).Error);
    }

    private static void AssertSameAsJudge(byte[] line)
    {
        if (EntryFacts.TryRead(line, out var facts)) Assert.Equal(EntryJudge.Judge(line), facts);
    }

    /// <summary>An entry with the given details.</summary>
    private static byte[] With(string details)
    {
        const string empty = "\"details\":{}";
        var line = Encoding.UTF8.GetString(Entries[2]);
        Assert.Contains(empty, line);
        return Encoding.UTF8.GetBytes(line.Replace(empty, "\"details\":" + details, StringComparison.Ordinal));
    }

    private static List<string> Ours()
    {
        var ledger = new TestLedger();
        ledger.Append();
        ledger.Append(details: []);
        ledger.Append(details: new JsonObject { ["pages"] = 2, ["share"] = -0.25, ["names"] = new JsonArray("Ä “x”", "a\\b", true, null) }, sentence: "She said: \"no\".\nThen she left.");
        ledger.Rotate(isCosigned: true);
        return ledger.Lines;
    }
}
