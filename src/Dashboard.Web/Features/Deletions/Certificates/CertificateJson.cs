using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Ledger;

namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>
/// A certificate in bytes: one object of canonical JSON (RFC 8785) without a line feed at its end. Names are those of the records in camel
/// case; times are UTC to the millisecond; numbers are decimal strings, for a programme holds more bytes than a JSON number counts
/// exactly (2^53); what nobody gave is null.
/// </summary>
internal static class CertificateJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new UtcMilliseconds() },
    };

    /// <exception cref="CanonicalJsonException">A text holds half a character, which UTF-8 cannot say.</exception>
    public static byte[] Write(CertificateDocument document) => WriteAny(document);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is no certificate of this form, or not in canonical bytes; the message says which.</exception>
    public static CertificateDocument Read(ReadOnlySpan<byte> json)
    {
        var document = ReadAny<CertificateDocument>(json, "certificate");
        return document.Form == CertificateDocument.Form1
            ? document
            : throw new InvalidDataException($"The certificate has the form \"{document.Form}\"; only \"{CertificateDocument.Form1}\" is known here.");
    }

    /// <summary>Lower-case hexadecimal SHA-256, as <c>sha256sum</c> prints it.</summary>
    public static string Sha256(ReadOnlySpan<byte> json) => Convert.ToHexStringLower(SHA256.HashData(json));

    internal static byte[] WriteAny<T>(T value) => CanonicalJson.Serialize(JsonSerializer.SerializeToNode(value, Options));

    internal static T ReadAny<T>(ReadOnlySpan<byte> json, string what)
    {
        if (!CanonicalJson.IsCanonical(json))
            throw new InvalidDataException($"The {what} is not canonical JSON (RFC 8785): it was changed, cut off or written anew.");
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new InvalidDataException($"The {what} is empty.");
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"The {what} lacks a field or has one that is not known here. {wrong.Message}", wrong);
        }
    }

    private sealed class UtcMilliseconds : JsonConverter<DateTimeOffset>
    {
        private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DateTimeOffset.TryParseExact(
                reader.GetString(), Form, null, System.Globalization.DateTimeStyles.AssumeUniversal, out var time)
                ? time
                : throw new JsonException("A time reads 2026-11-24T08:00:00.000Z.");

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString(Form));
    }
}
