using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Dashboard.Ledger.Tests;

public sealed class CanonicalJsonTests
{
    /// <summary>RFC 8785 Appendix B.</summary>
    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void Number_InTheRfcsTable_IsWrittenTheSame(ulong bits, string expected) =>
        Assert.Equal(expected, EcmaScriptNumber.Format(BitConverter.UInt64BitsToDouble(bits)));

    [Fact]
    public void Object_InTheRfc_IsWrittenTheSame()
    {
        const string input = """
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """;
        const string expected = """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""";
        Assert.Equal(expected, Canonical(input));
        Assert.Equal(expected, Encoding.UTF8.GetString(CanonicalJson.Serialize(JsonNode.Parse(input))));
    }

    /// <summary>RFC 8785 section 3.2.3: sorted by UTF-16 code units, not by code points.</summary>
    [Fact]
    public void Names_InTheRfc_AreSortedTheSame()
    {
        const string input = """{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}""";
        using var document = JsonDocument.Parse(Canonical(input));
        Assert.Equal(
            ["Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh"],
            document.RootElement.EnumerateObject().Select(member => member.Value.GetString()));
    }

    [Fact]
    public void Double_Any_ReadsBackAsTheSameAndIsShort() =>
        Gen.Double.Where(double.IsFinite).Sample(number =>
        {
            var text = EcmaScriptNumber.Format(number);
            return double.Parse(text, CultureInfo.InvariantCulture).Equals(number == 0 ? 0 : number) && CanonicalJson.IsCanonical(Encoding.ASCII.GetBytes(text)) && text.Length <= 25;
        });

    [Theory]
    [InlineData("9007199254740993")]
    [InlineData("12345678901234567890")]
    [InlineData("1e400")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"\\udc00\":1}")]
    public void Value_ThatJsonCannotRepresent_IsRefused(string json)
    {
        Assert.Throws<CanonicalJsonException>(() => Canonical(json));
        Assert.Throws<CanonicalJsonException>(() => CanonicalJson.Serialize(JsonNode.Parse(json)));
    }

    [Fact]
    public void Node_WithValuesOfDotNet_IsWrittenOrRefused()
    {
        Assert.Throws<CanonicalJsonException>(() => CanonicalJson.Serialize(new JsonObject { ["x"] = double.NaN }));
        Assert.Throws<CanonicalJsonException>(() => CanonicalJson.Serialize(new JsonObject { ["x"] = "\ud800" }));
        Assert.Throws<CanonicalJsonException>(() => CanonicalJson.Serialize(new JsonObject { ["x"] = long.MaxValue }));
        Assert.Equal("""{"d":"2026-11-24T00:00:00Z","e":0.1,"n":null,"s":"é"}"""u8.ToArray(), CanonicalJson.Serialize(new JsonObject
        {
            ["s"] = "é", ["n"] = null, ["e"] = 0.1m, ["d"] = new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc),
        }));
        Assert.Equal("null"u8.ToArray(), CanonicalJson.Serialize((JsonNode?)null));
    }

    [Fact]
    public void Nesting_TooDeep_IsRefused()
    {
        JsonNode node = new JsonArray();
        for (var i = 0; i < 100; i++) node = new JsonArray(node);
        Assert.Throws<CanonicalJsonException>(() => CanonicalJson.Serialize(node));
        Assert.False(CanonicalJson.IsCanonical(Encoding.ASCII.GetBytes(new string('[', 100) + new string(']', 100))));
    }

    [Theory]
    [InlineData("""{"a":1,"b":[true,null,"x"]}""", true)]
    [InlineData("""{"b":1,"a":1}""", false)]
    [InlineData("""{"a": 1}""", false)]
    [InlineData("""{"a":1.0}""", false)]
    [InlineData("""{"a":"\u0041"}""", false)]
    [InlineData("""{"a":1}x""", false)]
    [InlineData("", false)]
    public void IsCanonical_SaysSo(string json, bool expected) => Assert.Equal(expected, CanonicalJson.IsCanonical(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void IsCanonical_OfInvalidUtf8_IsFalse() => Assert.False(CanonicalJson.IsCanonical([(byte)'"', 0xC0, (byte)'"']));

    private static string Canonical(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Encoding.UTF8.GetString(CanonicalJson.Serialize(document.RootElement));
    }
}
