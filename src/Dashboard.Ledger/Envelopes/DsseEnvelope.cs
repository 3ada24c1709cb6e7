using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dashboard.Ledger;

/// <summary>
/// A signed document in a DSSE envelope (https://github.com/secure-systems-lab/dsse, v1): the exact bytes of the payload in base64, their
/// type, and signatures over both.
/// </summary>
public static class DsseEnvelope
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8 };

    /// <summary>Signs a payload and puts it in an envelope.</summary>
    /// <param name="payloadType">A media type, such as <c>application/vnd.dashboard.work-order+json</c>.</param>
    /// <returns>The envelope as canonical JSON.</returns>
    public static byte[] Seal(string payloadType, byte[] payload, NoteSigner signer)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return CanonicalJson.Serialize(new JsonObject
        {
            ["payloadType"] = payloadType,
            ["payload"] = Convert.ToBase64String(payload),
            ["signatures"] = new JsonArray(new JsonObject
            {
                ["keyid"] = KeyIdOf(signer.Key),
                ["sig"] = Convert.ToBase64String(signer.SignEnvelope(Encode(payloadType, payload))),
            }),
        });
    }

    /// <summary>Verifies a signature by this key and returns the payload.</summary>
    /// <exception cref="FormatException">The input is not an envelope, has another payload type, or is not signed by this key.</exception>
    public static byte[] Open(ReadOnlyMemory<byte> envelope, string payloadType, NoteKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        try
        {
            using var document = JsonDocument.Parse(envelope, Options);
            var root = document.RootElement;
            if (root.GetProperty("payloadType").GetString() != payloadType)
                throw new FormatException($"The envelope contains \"{root.GetProperty("payloadType").GetString()}\", not \"{payloadType}\".");
            var payload = root.GetProperty("payload").GetBytesFromBase64();
            var message = Encode(payloadType, payload);
            foreach (var signature in root.GetProperty("signatures").EnumerateArray())
            {
                if (signature.GetProperty("keyid").GetString() == KeyIdOf(key) && key.Verify(message, signature.GetProperty("sig").GetBytesFromBase64()))
                    return payload;
            }

            throw new FormatException($"The envelope has no valid signature by {KeyIdOf(key)}.");
        }
        catch (Exception unreadable) when (unreadable is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("This is not a DSSE envelope: it must have payloadType, payload and signatures.", unreadable);
        }
    }

    /// <summary>How signatures identify a key: by its name and ID, as in signed notes.</summary>
    public static string KeyIdOf(NoteKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return $"{key.Name}+{key.IdText}";
    }

    /// <summary>The bytes to sign: DSSE's pre-authentication encoding. No checkpoint can begin with it.</summary>
    private static byte[] Encode(string payloadType, byte[] payload)
    {
        var head = $"DSSEv1 {Encoding.UTF8.GetByteCount(payloadType)} {payloadType} {payload.Length} ";
        return [.. Encoding.UTF8.GetBytes(head), .. payload];
    }
}
