using System.IO.Compression;

namespace Dashboard.Formats.Reading;

/// <summary>
/// Expands gzip, and rejects what <see cref="GZipStream"/> accepts: truncated files and decompression bombs.
/// </summary>
/// <remarks>
/// At the end of its input, <see cref="GZipStream"/> reports the end of the data, whether or not the data is complete. So a small member with
/// known content is appended to the file (RFC 1952, section 2.2 allows several members). The expanded data ends with that content only if the
/// file's own last member is complete. The content is not passed on to the caller.
/// </remarks>
internal sealed class GzipExpansion : ReadOnlyStream
{
    private static readonly byte[] Marker = [0x9E, 0x37, 0x79, 0xB9, .. "end of file."u8];
    private static readonly byte[] MarkerMember = Compress(Marker);
    private readonly string _file;
    private readonly ReaderOptions _options;
    private readonly MarkedStream _stored;
    private readonly GZipStream _expanded;
    private readonly byte[] _buffer = new byte[(64 * 1024) + Marker.Length];
    private int _held;
    private long _total;

    public GzipExpansion(Stream stored, string file, ReaderOptions options)
    {
        _file = file;
        _options = options;
        _stored = new MarkedStream(stored);
        _expanded = new GZipStream(_stored, CompressionMode.Decompress);
    }

    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            var read = Expand(_buffer.AsSpan(_held, Math.Min(buffer.Length, _buffer.Length - Marker.Length)));
            if (read == 0) return _buffer.AsSpan(0, _held).SequenceEqual(Marker) ? 0 : throw CutOff();
            _held += read;
            var free = _held - Marker.Length;
            if (free <= 0) continue;
            _buffer.AsSpan(0, free).CopyTo(buffer);
            _buffer.AsSpan(free, Marker.Length).CopyTo(_buffer);
            _held = Marker.Length;
            _total += free;
            RefuseBomb();
            return free;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _expanded.Dispose();
        base.Dispose(disposing);
    }

    private int Expand(Span<byte> target)
    {
        try
        {
            return _expanded.Read(target);
        }
        catch (InvalidDataException damage)
        {
            throw _stored.ReachedEnd
                ? CutOff()
                : new UnreadableFileException(_file, null, "The gzip data is damaged.", "Compress or download the file again.", damage);
        }
    }

    private UnreadableFileException CutOff() => new(
        _file, null, "The gzip data is damaged or cut off: its end is missing.", "Compress or download the file again.");

    private void RefuseBomb()
    {
        if (_total > _options.MaxExpandedBytes)
        {
            throw new UnreadableFileException(
                _file, null, $"The gzip file expands to more than {_options.MaxExpandedBytes:N0} bytes, which is the maximum.", "Split it into smaller files.");
        }

        if (_total > _options.ExpansionRatioFloor && _total / Math.Max(1, _stored.Count) > _options.MaxExpansionRatio)
        {
            throw new UnreadableFileException(
                _file,
                null,
                $"The gzip file expands to more than {_options.MaxExpansionRatio:N0} times its size, like a decompression bomb.",
                "If it is genuine, upload it uncompressed.");
        }
    }

    private static byte[] Compress(byte[] content)
    {
        var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest)) gzip.Write(content);
        return target.ToArray();
    }

    /// <summary>The stored file with the marker member appended. Counts the file's bytes.</summary>
    private sealed class MarkedStream(Stream stored) : ReadOnlyStream
    {
        private readonly MemoryStream _marker = new(MarkerMember, writable: false);

        public long Count { get; private set; }
        public bool ReachedEnd { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var read = ReachedEnd ? 0 : stored.Read(buffer);
            Count += read;
            ReachedEnd |= read == 0;
            return ReachedEnd ? _marker.Read(buffer) : read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) stored.Dispose();
            base.Dispose(disposing);
        }
    }
}
