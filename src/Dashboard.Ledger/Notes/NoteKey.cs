using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Dashboard.Ledger;

/// <summary>
/// The public half of a key that signs notes: a name and an Ed25519 public key (https://c2sp.org/signed-note). Its text form is a "vkey",
/// <c>name+id+base64(0x01 || key)</c>, as golang.org/x/mod/sumdb/note defines it.
/// </summary>
public sealed class NoteKey : IEquatable<NoteKey>
{
    internal const byte Ed25519Type = 1;

    private readonly byte[] key;

    internal NoteKey(string name, byte[] key)
    {
        if (!NoteText.IsKeyName(name)) throw new NoteFormatException($"\"{name}\" cannot be the name of a key: a name must not be empty, and must not contain spaces, plus signs or control characters.");
        if (!Ed25519.ValidatePublicKeyFull(key, 0)) throw new NoteFormatException("These 32 bytes are not an Ed25519 public key.");
        Name = name;
        this.key = key;
        Id = IdOf(name, key);
    }

    /// <summary>Name of the signer, usually the ledger's origin.</summary>
    public string Name { get; }

    /// <summary>The first four bytes of SHA-256(name || 0x0A || 0x01 || key). It helps to find a key, but proves nothing.</summary>
    public uint Id { get; }

    /// <summary>The ID as eight hexadecimal digits, for display.</summary>
    public string IdText => Id.ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>The Ed25519 public key, 32 bytes (RFC 8032).</summary>
    public ReadOnlySpan<byte> Key => key;

    /// <summary>Reads a vkey.</summary>
    /// <exception cref="NoteFormatException">The text is not a vkey; the message says what is wrong.</exception>
    public static NoteKey Parse(string vkey)
    {
        ArgumentNullException.ThrowIfNull(vkey);
        var parts = vkey.Split('+', 3);
        if (parts is not [var name, { Length: 8 } id, var encoded] || !IsLowerHex(id))
            throw new NoteFormatException("A public key has the form name+12345678+base64: its name, its ID as eight lower-case hexadecimal digits, and the key.");
        if (!StrictBase64.TryDecode(encoded, out var bytes) || bytes.Length == 0)
            throw new NoteFormatException("The last part of the public key is not base64; it may have been cut off.");
        if (bytes[0] != Ed25519Type)
            throw new NoteFormatException($"The public key is of type {bytes[0]}; only Ed25519, type 1, is supported.");
        if (bytes.Length != 1 + Ed25519.PublicKeySize)
            throw new NoteFormatException($"An Ed25519 public key has 32 bytes; this one has {bytes.Length - 1}.");
        var parsed = new NoteKey(name, bytes[1..]);
        return parsed.IdText == id ? parsed : throw new NoteFormatException($"The ID in the public key is {id}, but its name and bytes give {parsed.IdText}: it was changed or cut off.");
    }

    /// <summary>Whether the Ed25519 signature over these bytes (64 bytes, RFC 8032) was made with this key.</summary>
    public bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) =>
        signature.Length == Ed25519.SignatureSize
        && Ed25519.Verify(signature.ToArray(), 0, key, 0, text.ToArray(), 0, text.Length);

    /// <inheritdoc/>
    public bool Equals(NoteKey? other) => other is not null && Name == other.Name && key.AsSpan().SequenceEqual(other.key);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NoteKey);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>The vkey, which <see cref="Parse"/> reads.</summary>
    public override string ToString() => $"{Name}+{IdText}+{Convert.ToBase64String([Ed25519Type, .. key])}";

    private static bool IsLowerHex(string text) => text.All(char.IsAsciiHexDigit) && !text.Any(char.IsAsciiLetterUpper);

    private static uint IdOf(string name, byte[] key) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. NoteText.Utf8.GetBytes(name), (byte)'\n', Ed25519Type, .. key]));
}
