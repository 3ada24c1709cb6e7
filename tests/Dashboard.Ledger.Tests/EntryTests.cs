using System.Text;
using System.Text.Json.Nodes;

namespace Dashboard.Ledger.Tests;

public sealed class EntryTests
{
    private const string Line = """{"action":"member.suspended","actor":{"country":"US","name":"Dana Reyes","role":"GovernanceLead","subject":"lead-1","unit":"USDS"},"previous":"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=","sentence":"Dana Reyes suspended Ari Chen.","sequence":12,"subject":{"id":"17","kind":"member","name":"Ari Chen"},"time":"2026-11-24T03:17:59.123Z"}""";

    private static readonly EntryContent Suspended = new(
        12, new DateTimeOffset(2026, 11, 23, 22, 17, 59, 123, TimeSpan.FromHours(-5)).AddTicks(4567), new("lead-1", "Dana Reyes", "GovernanceLead", "USDS", "US"),
        "member.suspended", new("member", "17", "Ari Chen"), [], "Dana Reyes suspended Ari Chen.", [], Details: null, MerkleHash.Empty);

    [Fact]
    public void ToBytes_OfAnEntry_IsCanonicalJson()
    {
        Assert.Equal(Line, Encoding.UTF8.GetString(Suspended.ToBytes()));
        Assert.True(CanonicalJson.IsCanonical(Suspended.ToBytes()));
        Assert.Equal(Suspended.Time, Parse(Line).Time);
    }

    [Fact]
    public void Parse_OfWrittenBytes_GivesTheSame()
    {
        var full = Suspended with
        {
            Actor = new("", "Дана \U0001F600", null, null, null),
            Related = [new("batch", "3"), new("batch", "4", "Four")],
            Changes = [new("state", "Active", "Suspended"), new("note", null, "zz\n\u20ac\u0001\""), new("x", "", null)],
            Details = new JsonObject { ["b"] = 1, ["a"] = new JsonArray(1.5, "x", null, true), ["c"] = new JsonObject(), ["\ufb33"] = 1, ["\U0001F600"] = 2 },
        };
        var bytes = full.ToBytes();
        Assert.True(CanonicalJson.IsCanonical(bytes));
        var parsed = EntryContent.Parse(bytes);
        Assert.Equal(bytes, parsed.ToBytes());
        Assert.Equal(full.Related, parsed.Related);
        Assert.Equal(full.Changes, parsed.Changes);
        Assert.Equal((full.Actor, full.Subject, full.Previous), (parsed.Actor, parsed.Subject, parsed.Previous));
    }

    [Fact]
    public void ToBytes_OfInvalidContent_IsRefused()
    {
        Assert.Contains("65,536", Refused(Suspended with { Sentence = new('x', 70_000) }));
        Assert.Equal(EntryContent.LargestBytes, (Suspended with { Sentence = new('x', EntryContent.LargestBytes - Line.Length + Suspended.Sentence.Length) }).ToBytes().Length);
        Assert.Contains("does not name the hash", Refused(Suspended with { Previous = null }));
        Assert.Contains("no entry before it", Refused(Suspended with { Sequence = 0 }));
        Assert.Contains("numbered from 0", Refused(Suspended with { Sequence = -1 }));
        Assert.Contains("lone surrogate", Refused(Suspended with { Sentence = "\ud800" }));
        Assert.Contains("write it as a string", Refused(Suspended with { Details = new() { ["bytes"] = long.MaxValue } }));
    }

    [Theory]
    [InlineData("\"sequence\":12,", "", "\"sequence\" is missing")]
    [InlineData("\"sequence\":12", "\"sequence\":1.5", "not a whole number")]
    [InlineData("\"sequence\":12", "\"sequence\":\"12\"", "not a whole number")]
    [InlineData("\"sequence\":12", "\"sequence\": 12", "not canonical JSON")]
    [InlineData("\"sequence\":12", "\"sequence\":12,\"size\":1", "\"size\" does not belong to the entry")]
    [InlineData("\"unit\":\"USDS\"", "\"unit\":null", "\"unit\" is not a string")]
    [InlineData("\"unit\":\"USDS\"", "\"zone\":\"USDS\"", "\"zone\" does not belong to actor")]
    [InlineData("123Z", "123+00:00", "is not in the form")]
    [InlineData("U=\"", "V=\"", "not the base64")]
    [InlineData("{\"action\"", "[{\"action\"", "not JSON")]
    public void Parse_OfSomethingElse_SaysWhatIsWrong(string what, string instead, string words)
    {
        var line = Line.Replace(what, instead, StringComparison.Ordinal);
        Assert.Contains(words, Assert.Throws<EntryFormatException>(() => Parse(line)).Message);
    }

    [Fact]
    public void Parse_OfOtherJsonOrBytes_SaysWhatIsWrong()
    {
        Assert.Contains("not a JSON object", Assert.Throws<EntryFormatException>(() => Parse("[]")).Message);
        Assert.Contains("not a list", Assert.Throws<EntryFormatException>(() => Parse(Line.Replace("\"previous\"", "\"changes\":{},\"previous\"", StringComparison.Ordinal))).Message);
        Assert.Contains("UTF-8", Assert.Throws<EntryFormatException>(() => EntryContent.Parse(Encoding.Latin1.GetBytes(Line.Replace("Ari", "\u00c0ri", StringComparison.Ordinal)))).Message);
        Assert.Contains("maximum", Assert.Throws<EntryFormatException>(() => EntryContent.Parse(new byte[70_000])).Message);
    }

    [Fact]
    public void KeyEntries_ReadBack_GiveTheSameKeys()
    {
        var (former, key) = (NoteSigner.Generate("a").Key, NoteSigner.Generate("a").Key);
        var begun = Suspended with { Sequence = 0, Previous = null, Action = KeyEntries.Begun, Details = KeyEntries.BegunDetails(key, "a/b") };
        Assert.Equal((key, "a/b"), KeyEntries.ParseBegun(EntryContent.Parse(begun.ToBytes())));
        var rotated = Suspended with { Action = KeyEntries.Rotated, Details = KeyEntries.RotatedDetails(former, key) };
        Assert.Equal((former, key), KeyEntries.ParseRotated(EntryContent.Parse(rotated.ToBytes())));
        Assert.Contains("not \"ledger.begun\"", Assert.Throws<EntryFormatException>(() => KeyEntries.ParseBegun(rotated)).Message);
        Assert.Contains("lack \"former\"", Assert.Throws<EntryFormatException>(() => KeyEntries.ParseRotated(rotated with { Details = new() })).Message);
        Assert.Contains("cannot be read", Assert.Throws<EntryFormatException>(() => KeyEntries.ParseRotated(rotated with { Details = new() { ["former"] = "x" } })).Message);
    }

    private static EntryContent Parse(string line) => EntryContent.Parse(Encoding.UTF8.GetBytes(line));

    private static string Refused(EntryContent content) => Assert.Throws<EntryFormatException>(content.ToBytes).Message;
}
