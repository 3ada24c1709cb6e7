using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CsCheck;

namespace Dashboard.Ledger.Tests;

public sealed class ManyHashesTests
{
    /// <summary>Lengths around a block of 64 bytes, around the limit of direct calls, and above it.</summary>
    [Fact]
    public void Hash_OfAnyText_EqualsThePlatforms() => Gen.Byte.Array[0, 9000].Sample(text =>
    {
        using var direct = new ManyHashes();
        using var portable = ManyHashes.Portable();
        for (var length = 0; length <= text.Length; length = length < 200 ? length + 1 : (length * 2) - 137)
        {
            var part = text.AsSpan(0, length);
            Assert.Equal(SHA256.HashData(part), Hashed(direct, part));
            Assert.Equal(SHA256.HashData(part), Hashed(portable, part));
        }
    }, iter: 50);

    [Fact]
    public void Hash_ManyTimes_KeepsNoState()
    {
        using var hashes = new ManyHashes();
        var first = Hashed(hashes, "first"u8);
        Hashed(hashes, new byte[100_000]);

        Assert.Equal(first, Hashed(hashes, "first"u8));
    }

    [Fact]
    public void Hash_IntoTooFewBytes_IsRefused()
    {
        using var hashes = new ManyHashes();

        Assert.ThrowsAny<ArgumentException>(() => hashes.Hash("text"u8, new byte[31]));
    }

    [Fact]
    public void Platform_WithOpenSsl3_IsCalledDirectly() =>
        Assert.Equal(OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libcrypto.so.3", out _), ManyHashes.IsDirect);

    private static byte[] Hashed(ManyHashes hashes, ReadOnlySpan<byte> text)
    {
        var digest = new byte[SHA256.HashSizeInBytes];
        hashes.Hash(text, digest);
        return digest;
    }
}
