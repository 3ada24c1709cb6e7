using System.Security.Cryptography;

namespace Dashboard.Formats.Reading;

/// <summary>Computes the MD5 of what is read through it. MD5 is what S3 writes into manifests; it shows damage, not forgery.</summary>
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
            // What follows the end of the gzip data is part of the file, hence of its checksum.
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
