using System.Text;

namespace Dashboard.Formats.Reading;

/// <summary>
/// Splits delimited text into records: RFC 4180, lines end with LF or CRLF, blank lines are skipped. Written for this project because errors must
/// name the physical line, even after a quoted line break, and the line on which an unclosed quote opens. CSV libraries count records instead.
/// </summary>
internal sealed class CsvRecords(Utf8Input input, char delimiter = ',', bool quotes = true) : IDisposable
{
    private const byte Quote = (byte)'"';
    private const byte LineFeed = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';
    private readonly byte _delimiter = (byte)delimiter;
    private Field[] _fields = new Field[32];
    private byte[] _unescaped = [];
    private int _pending;
    private int _pendingLines;

    /// <summary>
    /// Records of comma-separated text, or with the delimiter that the first line states, as spreadsheets write it: <c>sep=;</c>. The line is
    /// not a record.
    /// </summary>
    public static CsvRecords Open(Utf8Input input)
    {
        if (StatedDelimiter(input) is not { } delimiter) return new(input);
        SkipStated(input);
        return new(input, delimiter);
    }

    /// <summary>Skips the line that states the delimiter.</summary>
    public static void SkipStated(Utf8Input input)
    {
        var line = input.Window.IndexOf((byte)'\n') + 1;
        input.Consume(line == 0 ? input.Window.Length : line, line == 0 ? 0 : 1);
    }

    /// <summary>The delimiter in the first line <c>sep=,</c>, with or without quotes; null if the first line is anything else.</summary>
    public static char? StatedDelimiter(Utf8Input input)
    {
        var end = input.Window.IndexOf((byte)'\n');
        var line = (end < 0 ? input.Window : input.Window[..end]).Trim("\r\" "u8);
        return line.Length == 5 && Ascii.EqualsIgnoreCase(line[..4], "sep="u8) && line[4] is (byte)',' or (byte)';' or (byte)'\t' or (byte)'|' ? (char)line[4] : null;
    }

    /// <summary>1-based physical line on which the current record starts.</summary>
    public long Line { get; private set; }

    /// <summary>Number of fields in the current record.</summary>
    public int Count { get; private set; }

    /// <summary>The field that has text after its closing quote, or -1.</summary>
    public int BrokenField { get; private set; }

    public string File => input.File;

    /// <summary>True when the current record is the last, and no line ending follows it.</summary>
    public bool IsUnended { get; private set; }

    /// <summary>The current record as it is in the file, without its line ending.</summary>
    public ReadOnlySpan<byte> Raw => input.Window[.._pending].TrimEnd("\r\n"u8);

    public bool Read()
    {
        do
        {
            input.Consume(_pending, _pendingLines);
            _pending = 0;
            _pendingLines = 0;
            while (true)
            {
                if (input.Window.IsEmpty && !input.More()) return false;
                if (TrySplit()) break;
                input.More();
            }
        }
        while (IsBlank);

        Line = input.Line;
        IsUnended = input.Window[_pending - 1] != LineFeed;
        input.CheckLength(_pending);
        return true;
    }

    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            var field = _fields[index];
            var text = input.Window.Slice(field.Start, field.Length);
            return field.Escaped ? Unescape(text) : text;
        }
    }

    public UnreadableFileException Unreadable(string problem, string remedy) => new(File, Line, problem, remedy);

    public void Dispose() => input.Dispose();

    /// <summary>A blank line, or one of delimiters only: spreadsheets write them below the last row.</summary>
    private bool IsBlank
    {
        get
        {
            if (Count == 1 && _fields[0].Quoted) return false;
            for (var i = 0; i < Count; i++)
            {
                if (!input.Window.Slice(_fields[i].Start, _fields[i].Length).Trim(" \t"u8).IsEmpty) return false;
            }

            return true;
        }
    }

    /// <summary>Splits the record at the start of the window into fields; false when the window ends before the record.</summary>
    private bool TrySplit()
    {
        var window = input.Window;
        var position = 0;
        Count = 0;
        BrokenField = -1;
        while (true)
        {
            var quoted = quotes && position < window.Length && window[position] == Quote;
            var outcome = quoted ? TakeQuoted(window, ref position) : TakePlain(window, ref position);
            if (outcome == Outcome.NeedsMore) return false;
            if (outcome == Outcome.EndsRecord) break;
        }

        _pending = position;
        _pendingLines = window[..position].Count(LineFeed);
        return true;
    }

    private Outcome TakePlain(ReadOnlySpan<byte> window, ref int position)
    {
        var rest = window[position..];
        var length = rest.IndexOfAny(_delimiter, LineFeed);
        if (length < 0)
        {
            if (!input.AtEnd) return Outcome.NeedsMore;
            Add(new Field(position, rest.Length, Quoted: false, Escaped: false));
            position = window.Length;
            return Outcome.EndsRecord;
        }

        var ends = rest[length] == LineFeed;
        var text = ends && length > 0 && rest[length - 1] == CarriageReturn ? length - 1 : length;
        Add(new Field(position, text, Quoted: false, Escaped: false));
        position += length + 1;
        return ends ? Outcome.EndsRecord : Outcome.EndsField;
    }

    private Outcome TakeQuoted(ReadOnlySpan<byte> window, ref int position)
    {
        var start = position + 1;
        var escaped = false;
        var close = start;
        while (true)
        {
            var next = window[close..].IndexOf(Quote);
            if (next < 0) return input.AtEnd ? throw Unclosed(window, position) : Outcome.NeedsMore;
            close += next;
            if (close + 1 == window.Length && !input.AtEnd) return Outcome.NeedsMore;
            if (close + 1 == window.Length || window[close + 1] != Quote) break;
            escaped = true;
            close += 2;
        }

        Add(new Field(start, close - start, Quoted: true, escaped));
        var after = window[(close + 1)..];
        if (after.IsEmpty)
        {
            position = window.Length;
            return Outcome.EndsRecord;
        }

        if (after[0] == _delimiter)
        {
            position = close + 2;
            return Outcome.EndsField;
        }

        var end = after.IndexOf(LineFeed);
        if (end < 0 && !input.AtEnd) return Outcome.NeedsMore;
        if (after[..(end < 0 ? after.Length : end)] is not [] and not [CarriageReturn]) BrokenField = Count - 1;
        position = end < 0 ? window.Length : close + 1 + end + 1;
        return Outcome.EndsRecord;
    }

    private UnreadableFileException Unclosed(ReadOnlySpan<byte> window, int opening) => new(
        File,
        input.Line + window[..opening].Count(LineFeed),
        "A quote opens on this line and is never closed.",
        "Close it. Inside a quoted value, write each quote twice.");

    private ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> text)
    {
        if (_unescaped.Length < text.Length) _unescaped = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            _unescaped[length++] = text[i];
            if (text[i] == Quote) i++;
        }

        return _unescaped.AsSpan(0, length);
    }

    private void Add(Field field)
    {
        if (Count == _fields.Length) Array.Resize(ref _fields, Count * 2);
        _fields[Count++] = field;
    }

    private readonly record struct Field(int Start, int Length, bool Quoted, bool Escaped);

    private enum Outcome
    {
        EndsField,
        EndsRecord,
        NeedsMore,
    }
}
