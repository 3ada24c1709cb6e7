using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Dashboard.Ledger;

/// <summary>A SHA-256 hash in the Merkle tree of RFC 6962: 32 bytes stored inline, so that millions of them need no heap allocations.</summary>
public readonly struct MerkleHash : IEquatable<MerkleHash>
{
    /// <summary>Length of a hash in bytes.</summary>
    public const int Length = 32;

    private const int MaxStackBytes = 1024;

    // Big-endian words keep the order of the bytes.
    private readonly ulong first;
    private readonly ulong second;
    private readonly ulong third;
    private readonly ulong fourth;

    private MerkleHash(ReadOnlySpan<byte> bytes)
    {
        first = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        second = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        third = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        fourth = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>Root of a tree without leaves: SHA-256 of zero bytes (RFC 6962 section 2.1).</summary>
    public static MerkleHash Empty { get; } = Sha256([]);

    /// <summary>Hash of a leaf: SHA-256(0x00 || data), RFC 6962 section 2.1.</summary>
    public static MerkleHash Leaf(ReadOnlySpan<byte> data)
    {
        var length = data.Length + 1;
        var rented = length > MaxStackBytes ? ArrayPool<byte>.Shared.Rent(length) : null;
        var buffer = rented is null ? stackalloc byte[MaxStackBytes] : rented;
        buffer[0] = 0;
        data.CopyTo(buffer[1..]);
        var hash = Sha256(buffer[..length]);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        return hash;
    }

    /// <summary>Hash of an interior node: SHA-256(0x01 || left || right), RFC 6962 section 2.1.</summary>
    public static MerkleHash Node(in MerkleHash left, in MerkleHash right)
    {
        Span<byte> buffer = stackalloc byte[1 + (2 * Length)];
        Join(left, right, buffer);
        return Sha256(buffer);
    }

    /// <summary>Creates a hash from its 32 bytes.</summary>
    /// <exception cref="ArgumentException">The input does not have 32 bytes.</exception>
    public static MerkleHash From(ReadOnlySpan<byte> bytes) =>
        bytes.Length == Length ? new(bytes) : throw new ArgumentException($"A hash has {Length} bytes, not {bytes.Length}.", nameof(bytes));

    /// <summary>Reads a hash from standard base64 (RFC 4648 section 4).</summary>
    /// <exception cref="FormatException">The text is not the base64 of 32 bytes.</exception>
    public static MerkleHash ParseBase64(string text) =>
        TryParseBase64(text, out var hash) ? hash : throw new FormatException("A hash is the base64 of 32 bytes, which is 44 characters.");

    /// <summary>Reads a hash from standard base64; false when it is not the base64 of 32 bytes.</summary>
    public static bool TryParseBase64(ReadOnlySpan<char> text, out MerkleHash hash)
    {
        var isHash = StrictBase64.TryDecode(text, out var bytes) && bytes.Length == Length;
        hash = isHash ? new(bytes) : default;
        return isHash;
    }

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, first);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], second);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], third);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], fourth);
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Standard base64: 44 characters.</summary>
    public string ToBase64()
    {
        Span<byte> bytes = stackalloc byte[Length];
        CopyTo(bytes);
        return Convert.ToBase64String(bytes);
    }

    /// <summary>Lower-case hexadecimal: 64 characters.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        CopyTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <inheritdoc/>
    public bool Equals(MerkleHash other) =>
        first == other.first && second == other.second && third == other.third && fourth == other.fourth;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MerkleHash other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => fourth.GetHashCode();

    /// <summary>Whether both are the same 32 bytes.</summary>
    public static bool operator ==(in MerkleHash left, in MerkleHash right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(in MerkleHash left, in MerkleHash right) => !left.Equals(right);

    /// <summary>
    /// SHA-256 of bytes that already include their prefix. The verifier uses it to hash a leaf in place, without a copy, and to reuse one
    /// hasher.
    /// </summary>
    internal static MerkleHash Sha256(ManyHashes hasher, ReadOnlySpan<byte> prefixed)
    {
        Span<byte> digest = stackalloc byte[Length];
        hasher.Hash(prefixed, digest);
        return new(digest);
    }

    /// <summary>As <see cref="Node(in MerkleHash, in MerkleHash)"/>, with a reusable hasher.</summary>
    internal static MerkleHash Node(ManyHashes hasher, in MerkleHash left, in MerkleHash right)
    {
        Span<byte> buffer = stackalloc byte[1 + (2 * Length)];
        Join(left, right, buffer);
        return Sha256(hasher, buffer);
    }

    private static MerkleHash Sha256(ReadOnlySpan<byte> prefixed)
    {
        Span<byte> digest = stackalloc byte[Length];
        SHA256.HashData(prefixed, digest);
        return new(digest);
    }

    private static void Join(in MerkleHash left, in MerkleHash right, Span<byte> buffer)
    {
        buffer[0] = 1;
        left.CopyTo(buffer[1..]);
        right.CopyTo(buffer[(1 + Length)..]);
    }
}
