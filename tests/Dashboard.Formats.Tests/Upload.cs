using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Formats.Tests;

/// <summary>Creates uploads from text and bytes.</summary>
internal static class Upload
{
    public static readonly ReaderOptions Options = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public static InputFile Of(string text, string name = "upload.csv") => Of(Encoding.UTF8.GetBytes(text), name);

    public static InputFile Of(byte[] content, string name = "upload.csv") =>
        new(name, content.Length, () => new MemoryStream(content, writable: false));

    /// <summary>The same file, read through a stream that returns at most <paramref name="most"/> bytes at a time, like a network.</summary>
    public static InputFile Trickled(this InputFile file, int most) => file with { Open = () => new TrickleStream(file.Open(), most) };

    public static byte[] Gzip(byte[] content)
    {
        var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal)) gzip.Write(content);
        return target.ToArray();
    }

    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    public static string Md5(byte[] content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static List<TRow> Rows<TRow>(this IEnumerable<Parsed<TRow>> parsed)
        where TRow : class =>
        [.. parsed.Select(row => row.IsAccepted ? row.Row : throw new InvalidOperationException(row.Rejection.ToString()))];

    public static RowRejection OnlyRejection<TRow>(this IEnumerable<Parsed<TRow>> parsed)
        where TRow : class =>
        Assert.Single(parsed, row => !row.IsAccepted).Rejection!;

    private sealed class TrickleStream(Stream inner, int most) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, Math.Min(count, most));
        public override int Read(Span<byte> buffer) => inner.Read(buffer[..Math.Min(buffer.Length, most)]);
        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
