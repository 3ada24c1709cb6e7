using System.Security.Cryptography;

namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>Counts and hashes the lines of an annex as they are written.</summary>
internal sealed class AnnexDigest : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long copies;
    private long length;

    /// <returns>The bytes of the line, including its line feed.</returns>
    public byte[] Add(CertificateItem item)
    {
        byte[] line = [.. CertificateJson.WriteAny(item), (byte)'\n'];
        hash.AppendData(line);
        copies++;
        length += line.Length;
        return line;
    }

    public CertificateAnnex Finish() => new(copies, length, Convert.ToHexStringLower(hash.GetHashAndReset()));

    public void Dispose() => hash.Dispose();
}
