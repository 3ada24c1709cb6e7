using System.Security.Cryptography;

namespace Dashboard.Formats.Reading;

/// <summary>Computes the MD5 of the bytes read through it. S3 writes MD5 to its manifests; it detects damage, not forgery.</summary>
internal sealed class Md5Stream(Stream stored) : ReadOnlyStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);

    public override int Read(Span<byte> buffer)
    {
        var read = stored.Read(buffer);
        _hash.AppendData(buffer[..read]);
        return read;
    }

    public string Finish()
    {
        Span<byte> rest = stackalloc byte[1024];
        while (Read(rest) > 0)
        {
            // Bytes after the gzip data are part of the file, so they count in its checksum.
        }

        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            stored.Dispose();
        }

        base.Dispose(disposing);
    }
}
