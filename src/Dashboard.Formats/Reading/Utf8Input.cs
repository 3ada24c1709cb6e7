using System.Text;
using System.Text.Unicode;

namespace Dashboard.Formats.Reading;

/// <summary>
/// A file as validated UTF-8: expanded if it is gzip, without its BOM, with the current line number. Its window holds the bytes that are read
/// but not yet consumed. It grows only with the current line, up to the line limit, so memory does not depend on the size of the file.
/// </summary>
/// <remarks>Invalid UTF-8 makes the whole file unreadable: in another encoding, even rows that look right can have wrong characters.</remarks>
internal sealed class Utf8Input : IDisposable
{
    private const int InitialBufferBytes = 256 * 1024;
    private const int LongestSequence = 4;

    // Enough to see a BOM and a line that states the separator.
    private const int HeadBytes = 64;
    private readonly ReaderOptions _options;
    private readonly Stream _stream;
    private byte[] _buffer = new byte[InitialBufferBytes];
    private int _start;
    private int _checked;
    private int _end;
    private long _consumed;

    private Utf8Input(InputFile file, Stream stream, ReaderOptions options)
    {
        File = file.BaseName;
        _stream = stream;
        _options = options;
    }

    /// <summary>The file's name for error messages.</summary>
    public string File { get; }

    /// <summary>1-based physical line of the window's first byte.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>True when the window ends where the file does.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>Bytes that are read and validated, but not yet consumed.</summary>
    public ReadOnlySpan<byte> Window => _buffer.AsSpan(_start, _checked - _start);

    public static Utf8Input Open(InputFile file, ReaderOptions options, Func<Stream, Stream>? watch = null, bool mayBeEmpty = false)
    {
        var stored = file.Open();
        try
        {
            var head = new HeadedStream(watch is null ? stored : watch(stored));
            var stream = head.Head is [0x1F, 0x8B, ..] ? (Stream)new GzipExpansion(head, file.BaseName, options) : head;
            var input = new Utf8Input(file, stream, options);
            input.Begin(mayBeEmpty);
            return input;
        }
        catch
        {
            stored.Dispose();
            throw;
        }
    }

    /// <summary>Removes bytes from the window. <paramref name="lines"/> is the number of line endings in them.</summary>
    public void Consume(int bytes, int lines)
    {
        _start += bytes;
        _consumed += bytes;
        Line += lines;
    }

    /// <summary>Reads more bytes into the window; false at the end of the file.</summary>
    public bool More()
    {
        if (AtEnd) return false;
        if (Window.Length >= _options.MaxLineBytes) throw LineTooLong();
        MakeRoom();
        do
        {
            var read = _stream.Read(_buffer, _end, _buffer.Length - _end);
            AtEnd = read == 0;
            _end += read;
            Check();
        }
        while (_checked == _start && !AtEnd);
        return !Window.IsEmpty;
    }

    /// <summary>Throws when a line of <paramref name="bytes"/> is over the limit, even if the whole line is already in the window.</summary>
    public void CheckLength(int bytes)
    {
        if (bytes > _options.MaxLineBytes) throw LineTooLong();
    }

    public UnreadableFileException Unreadable(string problem, string remedy) => new(File, Line, problem, remedy);

    public void Dispose() => _stream.Dispose();

    private UnreadableFileException LineTooLong() => Unreadable(
        $"The row that starts on this line is longer than {_options.MaxLineBytes:N0} bytes, which is the maximum.",
        "Check for a missing line break or a quote that is never closed.");

    private void Begin(bool mayBeEmpty)
    {
        _end = _stream.ReadAtLeast(_buffer.AsSpan(0, OtherFiles.LongestMagic), OtherFiles.LongestMagic, throwOnEndOfStream: false);
        OtherFiles.Refuse(File, _buffer.AsSpan(0, _end));
        Check();
        while ((Window.Length < HeadBytes || Window.Trim(" \t\r\n"u8).IsEmpty) && !AtEnd) More();
        if (Window.StartsWith("\uFEFF"u8))
        {
            _start += 3;
            _consumed += 3;
            if (Window.IsEmpty) More();
        }

        if (Window.Trim(" \t\r\n"u8).IsEmpty && !mayBeEmpty)
            throw new UnreadableFileException(
                File, null, "The file is empty.",
                "If the export failed, repeat it. If the source has nothing left, send a file that says so: the header line alone (CSV), or [] (JSON).");
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _checked -= _start;
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
    }

    private void Check()
    {
        var fresh = _buffer.AsSpan(_checked, _end - _checked);
        var complete = AtEnd ? fresh.Length : LengthWithoutSplitEnd(fresh);
        if (!Utf8.IsValid(fresh[..complete])) throw InvalidUtf8(fresh[..complete]);
        _checked += complete;
    }

    /// <summary>Excludes a character at the end whose last bytes have not been read yet.</summary>
    private static int LengthWithoutSplitEnd(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back < LongestSequence && back <= bytes.Length; back++)
        {
            var value = bytes[^back];
            var needed = value switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, >= 0x80 => 0, _ => 1 };
            if (needed == 0) continue;
            return needed > back ? bytes.Length - back : bytes.Length;
        }

        return bytes.Length;
    }

    private UnreadableFileException InvalidUtf8(ReadOnlySpan<byte> bytes)
    {
        var valid = 0;
        while (Rune.DecodeFromUtf8(bytes[valid..], out _, out var length) == System.Buffers.OperationStatus.Done) valid += length;
        var at = _checked - _start + valid;
        var before = _buffer.AsSpan(_start, at);
        return new UnreadableFileException(
            File,
            Line + before.Count((byte)'\n'),
            $"The file is not valid UTF-8: byte 0x{bytes[valid]:X2} at byte offset {_consumed + at:N0} is invalid.",
            "Save it as UTF-8. The whole file is rejected, because other characters could be wrong without anyone noticing.");
    }

    /// <summary>A stream whose first bytes can be inspected before they are read.</summary>
    private sealed class HeadedStream : ReadOnlyStream
    {
        private readonly Stream _rest;
        private readonly byte[] _head = new byte[2];
        private readonly int _headLength;
        private int _given;

        public HeadedStream(Stream stream)
        {
            _rest = stream;
            _headLength = stream.ReadAtLeast(_head, _head.Length, throwOnEndOfStream: false);
        }

        public ReadOnlySpan<byte> Head => _head.AsSpan(0, _headLength);

        public override int Read(Span<byte> buffer)
        {
            if (_given == _headLength) return _rest.Read(buffer);
            var given = Math.Min(buffer.Length, _headLength - _given);
            _head.AsSpan(_given, given).CopyTo(buffer);
            _given += given;
            return given;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) _rest.Dispose();
            base.Dispose(disposing);
        }
    }
}
