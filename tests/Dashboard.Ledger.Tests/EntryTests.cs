using System.Text;
using System.Text.Json.Nodes;

namespace Dashboard.Ledger.Tests;

public sealed class EntryTests
{
    private static readonly EntryContent Suspended = new(
        12, new(2026, 11, 23, 22, 17, 59, 123, TimeSpan.FromHours(-5)), new("lead-1", "Dana Reyes", "GovernanceLead", "USDS", "US"), "member.suspended",
        new("member", "17", "Ari Chen"), [], "Dana Reyes suspended Ari Chen.", [], Details: null, MerkleHash.Empty);

    [Fact]
    public void ToBytes_OfAnEntry_IsCanonicalJson()
    {
        const string expected = """{"action":"member.suspended","actor":{"country":"US","name":"Dana Reyes","role":"GovernanceLead","subject":"lead-1","unit":"USDS"},"previous":"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=","sentence":"Dana Reyes suspended Ari Chen.","sequence":12,"subject":{"id":"17","kind":"member","name":"Ari Chen"},"time":"2026-11-24T03:17:59.123Z"}""";
        Assert.Equal(expected, Encoding.UTF8.GetString(Suspended.ToBytes()));
        Assert.True(CanonicalJson.IsCanonical(Suspended.ToBytes()));
    }

    [Fact]
    public void Parse_OfWhatWasWritten_GivesTheSame()
    {
        var full = Suspended with
        {
            Related = [new("batch", "3")],
            Changes = [new("state", "Active", "Suspended"), new("note", null, "zz\n\u20ac"), new("x", "", null)],
            Details = new JsonObject { ["b"] = 1, ["a"] = new JsonArray(1.5, "x", null, true), ["c"] = new JsonObject() },
        };
        Assert.Equal(full.ToBytes(), EntryContent.Parse(full.ToBytes()).ToBytes());
    }
}
