using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Dashboard.Ledger;

/// <summary>
/// SHA-256 of many short texts, one after another; not thread-safe. .NET calls the platform three times per text, which costs more than hashing
/// a kilobyte. With OpenSSL, its functions are called directly (SHA256_Init, _Update and _Final, the same in every version since 0.9.8:
/// https://docs.openssl.org/3.0/man3/SHA256_Init/). On other platforms, and for long texts, .NET is used.
/// </summary>
internal sealed class ManyHashes : IDisposable
{
    /// <summary>Maximum bytes for a direct call. The garbage collector waits for it, so it must not take longer than about two microseconds.</summary>
    private const int MaxDirectBytes = 4096;

    private static readonly OpenSsl? Direct = OpenSsl.Load();

    private readonly IncrementalHash portable = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly OpenSsl? direct;

    public ManyHashes()
        : this(Direct)
    {
    }

    private ManyHashes(OpenSsl? direct) => this.direct = direct;

    /// <summary>Whether OpenSSL is called directly on this platform.</summary>
    public static bool IsDirect => Direct is not null;

    /// <summary>Creates a hasher that uses only .NET, as on platforms without OpenSSL.</summary>
    public static ManyHashes Portable() => new(null);

    /// <param name="digest">Receives the hash: 32 bytes.</param>
    /// <exception cref="ArgumentException"><paramref name="digest"/> does not have 32 bytes.</exception>
    public void Hash(ReadOnlySpan<byte> text, Span<byte> digest)
    {
        if (digest.Length != SHA256.HashSizeInBytes)
            throw new ArgumentException($"A hash has {SHA256.HashSizeInBytes} bytes, not {digest.Length}.", nameof(digest));
        if (text.Length <= MaxDirectBytes && direct is not null && direct.TryHash(text, digest))
            return;
        portable.AppendData(text);
        portable.GetHashAndReset(digest);
    }

    public void Dispose() => portable.Dispose();

    private sealed unsafe class OpenSsl(nint init, nint update, nint final)
    {
        /// <summary>SHA256_CTX has 112 bytes on every platform; the rest is a safety margin.</summary>
        private const int ContextBytes = 160;

        private readonly delegate* unmanaged[SuppressGCTransition]<byte*, int> init = (delegate* unmanaged[SuppressGCTransition]<byte*, int>)init;

        private readonly delegate* unmanaged[SuppressGCTransition]<byte*, byte*, nuint, int> update =
            (delegate* unmanaged[SuppressGCTransition]<byte*, byte*, nuint, int>)update;

        private readonly delegate* unmanaged[SuppressGCTransition]<byte*, byte*, int> final =
            (delegate* unmanaged[SuppressGCTransition]<byte*, byte*, int>)final;

        /// <summary>Null when there is no OpenSSL 3 under its usual name, or when its result differs from .NET's.</summary>
        public static OpenSsl? Load()
        {
            if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad("libcrypto.so.3", out var library))
                return null;
            if (!NativeLibrary.TryGetExport(library, "SHA256_Init", out var init)
                || !NativeLibrary.TryGetExport(library, "SHA256_Update", out var update)
                || !NativeLibrary.TryGetExport(library, "SHA256_Final", out var final))
            {
                return null;
            }

            var loaded = new OpenSsl(init, update, final);
            var digest = new byte[SHA256.HashSizeInBytes];
            return loaded.TryHash("abc"u8, digest) && SHA256.HashData("abc"u8).AsSpan().SequenceEqual(digest) ? loaded : null;
        }

        public bool TryHash(ReadOnlySpan<byte> text, Span<byte> digest)
        {
            var context = stackalloc byte[ContextBytes];
            fixed (byte* bytes = text)
            fixed (byte* hash = digest)
                return init(context) == 1 && update(context, bytes, (nuint)text.Length) == 1 && final(hash, context) == 1;
        }
    }
}
