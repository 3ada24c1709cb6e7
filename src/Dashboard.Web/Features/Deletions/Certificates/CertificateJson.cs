using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Ledger;

namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>
/// A certificate as bytes: one canonical JSON object (RFC 8785) without a line feed at its end. Names are the record members in camel case.
/// Times are UTC to the millisecond. Numbers are decimal strings, because a programme can have more bytes than a JSON number represents
/// exactly (2^53). Values that were not given are null.
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

    /// <exception cref="CanonicalJsonException">A text contains an unpaired surrogate, which UTF-8 cannot encode.</exception>
    public static byte[] Write(CertificateDocument document) => WriteAny(document);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a certificate of this form, or not canonical; the message says which.</exception>
    public static CertificateDocument Read(ReadOnlySpan<byte> json)
    {
        var document = ReadAny<CertificateDocument>(json, "The certificate");
        return document.Form == CertificateDocument.Form1
            ? document
            : throw new InvalidDataException($"The certificate has the form \"{document.Form}\"; only \"{CertificateDocument.Form1}\" is supported.");
    }

    /// <summary>Lower-case hexadecimal SHA-256, as <c>sha256sum</c> prints it.</summary>
    public static string Sha256(ReadOnlySpan<byte> json) => Convert.ToHexStringLower(SHA256.HashData(json));

    internal static byte[] WriteAny<T>(T value) => CanonicalJson.Serialize(JsonSerializer.SerializeToNode(value, Options));

    internal static T ReadAny<T>(ReadOnlySpan<byte> json, string what)
    {
        if (!CanonicalJson.IsCanonical(json))
            throw new InvalidDataException($"{what} is not canonical JSON (RFC 8785): it was changed, cut off or rewritten.");
        try
        {
            return JsonSerializer.Deserialize<T>(json, Options) ?? throw new InvalidDataException($"{what} is empty.");
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{what} lacks a field or has an unknown one. {wrong.Message}", wrong);
        }
    }

    private sealed class UtcMilliseconds : JsonConverter<DateTimeOffset>
    {
        private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DateTimeOffset.TryParseExact(
                reader.GetString(), Form, null, System.Globalization.DateTimeStyles.AssumeUniversal, out var time)
                ? time
                : throw new JsonException("A time must have the form 2026-11-24T08:00:00.000Z.");

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString(Form));
    }
}
