using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math.EC.Rfc8032;
using Org.BouncyCastle.Security;

namespace Dashboard.Ledger;

/// <summary>Signs notes (https://c2sp.org/signed-note) with an Ed25519 private key (RFC 8032). Signing is deterministic.</summary>
public sealed class NoteSigner
{
    private const string Label = "PRIVATE KEY";
    private const string HowToCreate = "Create a key with: openssl genpkey -algorithm ed25519 -out ledger-key.pem";

    // Ed25519 in PKCS#8 has only one form (RFC 8410): these bytes, then the 32 bytes of the key.
    private static readonly byte[] Pkcs8Head = [0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

    private readonly byte[] secret;

    private NoteSigner(string name, byte[] secret)
    {
        this.secret = secret;
        var key = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(secret, 0, key, 0);
        Key = new(name, key);
    }

    /// <summary>The public key, for auditors.</summary>
    public NoteKey Key { get; }

    /// <summary>Creates a new key from the system's random number generator.</summary>
    public static NoteSigner Generate(string name) => new(name, RandomNumberGenerator.GetBytes(Ed25519.SecretKeySize));

    /// <summary>Reads a private key as <c>openssl genpkey -algorithm ed25519</c> writes it: PKCS#8, not encrypted.</summary>
    /// <exception cref="FormatException">The text is not such a key; the message says what was found and how to create a key.</exception>
    public static NoteSigner FromPem(string name, string pem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        if (!PemEncoding.TryFind(pem, out var fields))
            throw new FormatException($"This is not a PEM file: it has no -----BEGIN {Label}----- block. {HowToCreate}");
        var label = pem[fields.Label];
        if (label != Label)
            throw new FormatException($"The PEM file contains \"{label}\"; an unencrypted \"{Label}\" is required. {HowToCreate}");
        return new(name, Secret(Convert.FromBase64String(pem[fields.Base64Data])));
    }

    /// <summary>The private key as PKCS#8 in PEM. Anyone who has it can sign for the ledger.</summary>
    public string ToPem() => PemEncoding.WriteString(Label, [.. Pkcs8Head, .. secret]) + "\n";

    /// <summary>Signs a text, which must end with a line feed.</summary>
    /// <returns>The whole note: text, empty line, signature line.</returns>
    /// <exception cref="NoteFormatException">The text cannot be the text of a note.</exception>
    public string Sign(string text)
    {
        if (text is not [.., '\n']) throw new NoteFormatException("The text of a note must end with a line feed.");
        NoteText.RefuseInvalidCharacters(text);
        return $"{text}\n{SignatureLine(text)}";
    }

    /// <summary>Adds this key's signature to a note, for example when one key replaces another. Does nothing if the key already signed it.</summary>
    /// <exception cref="NoteFormatException">The text is not a signed note.</exception>
    public string AddSignature(string note)
    {
        var parsed = SignedNote.Parse(note);
        return parsed.Signatures.Any(s => s.IsBy(Key)) ? note : note + SignatureLine(parsed.Text);
    }

    private static byte[] Secret(byte[] der)
    {
        if (der.Length == Pkcs8Head.Length + Ed25519.SecretKeySize && der.AsSpan().StartsWith(Pkcs8Head)) return der[Pkcs8Head.Length..];
        try
        {
            // Other tools add attributes or the public key.
            return PrivateKeyFactory.CreateKey(der) is Ed25519PrivateKeyParameters key
                ? key.GetEncoded()
                : throw new FormatException($"The private key is not an Ed25519 key. {HowToCreate}");
        }
        catch (Exception unreadable) when (unreadable is not FormatException) // For bytes that are not a key, the library can throw any exception.
        {
            throw new FormatException($"The private key cannot be read; the file may have been cut off. {HowToCreate}", unreadable);
        }
    }

    /// <summary>Signs the encoding of a <see cref="DsseEnvelope"/>, which can never be mistaken for a note.</summary>
    internal byte[] SignEnvelope(byte[] encoded) => SignBytes(encoded);

    private string SignatureLine(string text) => new NoteSignature(Key.Name, Key.Id, SignBytes(NoteText.Utf8.GetBytes(text))).ToLine();

    private byte[] SignBytes(byte[] bytes)
    {
        var signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(secret, 0, bytes, 0, bytes.Length, signature, 0);
        return signature;
    }
}
