using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Dashboard.Formats.Reading;

/// <summary>
/// Reads the current row's cells as values. Invalid cells reject the row and return default values, so a format can read all its columns in
/// one expression, and the rejection names every fault of the row.
/// </summary>
internal sealed class RowFields(RowSource source, ReaderOptions options, FileFacts facts)
{
    /// <summary>The word for a location or operator that the source does not know. It must be written out, because an empty cell is an error.</summary>
    public const string Unknown = "unknown";

    private const int MaxReasonLength = 480;

    private readonly Utf8StringPool _pool = new();
    private readonly List<RowRejection> _faults = [];
    private byte[] _decoded = [];

    public string File => source.File;

    public long Line => source.Line;

    /// <summary>The row, its rejection, or null for a row to skip (a directory, a delete marker).</summary>
    /// <param name="names">The resource that a rejected row names. Its cells may be the invalid ones: then it returns null.</param>
    public Parsed<TRow>? Parse<TRow>(Func<RowFields, TRow?> read, Func<RowFields, ResourceName?> names)
        where TRow : class
    {
        if (source.Broken is { } broken) return new Parsed<TRow>(new RowRejection(source.File, Line, broken.Column, broken.Value, broken.Reason));
        _faults.Clear();
        var row = read(this);
        if (_faults.Count > 0) return new Parsed<TRow>(Rejection() with { Names = names(this) });
        return row is null ? null : new Parsed<TRow>(row);
    }

    public void Reject(Column column, ReadOnlySpan<byte> value, string reason)
    {
        if (!HasFault(column)) _faults.Add(new RowRejection(source.File, Line, column.Name, VisibleText.Of(value), reason));
    }

    /// <summary>Whether a cell of this row's column was rejected.</summary>
    public bool HasFault(Column column) => _faults.Exists(fault => fault.Column == column.Name);

    /// <summary>The first fault, with the others in its reason.</summary>
    private RowRejection Rejection()
    {
        var others = _faults.Skip(1).Select(fault => $"; also {fault.Column} “{fault.Value}” {fault.Reason}");
        return _faults[0] with { Reason = Shortened(_faults[0].Reason + string.Concat(others)) };
    }

    private static string Shortened(string reason) => reason.Length <= MaxReasonLength ? reason : reason[..(MaxReasonLength - 1)] + "…";

    /// <summary>The cell without leading and trailing spaces.</summary>
    public ReadOnlySpan<byte> Raw(Column column) => source.Cell(column.Ordinal).Trim(" \t\r\n"u8);

    /// <summary>Text with its spaces, for names that may begin or end with a space.</summary>
    public string ExactText(Column column)
    {
        var text = source.Cell(column.Ordinal);
        if (text.IsEmpty) Reject(column, text, "is empty, but required");
        return Fits(column, text) ? Encoding.UTF8.GetString(text) : "";
    }

    /// <summary>Text in which <c>+</c> is a space and <c>%XX</c> a byte of UTF-8, as in S3 keys.</summary>
    public string UrlDecoded(Column column)
    {
        var text = source.Cell(column.Ordinal);
        if (text.IsEmpty) Reject(column, text, "is empty, but required");
        if (_decoded.Length < text.Length) _decoded = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var value = text[i] == '+' ? (byte)' ' : text[i];
            if (text[i] == '%')
            {
                if (i + 2 >= text.Length || !Utf8Parser.TryParse(text.Slice(i + 1, 2), out value, out var used, 'X') || used != 2)
                {
                    Reject(column, text, "is not URL-encoded: % must be followed by two hexadecimal digits");
                    return "";
                }

                i += 2;
            }

            _decoded[length++] = value;
        }

        var decoded = _decoded.AsSpan(0, length);
        if (!Utf8.IsValid(decoded)) Reject(column, text, "is not UTF-8 after URL decoding");
        return Fits(column, decoded) ? Encoding.UTF8.GetString(decoded) : "";
    }

    /// <summary>Text that rarely repeats; not pooled.</summary>
    public string Text(Column column) => Present(column, out var text) && Fits(column, text) ? Encoding.UTF8.GetString(text) : "";

    /// <summary>Text that rarely repeats, or null; not pooled.</summary>
    public string? OptionalText(Column column) => Raw(column).IsEmpty ? null : Text(column);

    /// <summary>Text that repeats in many rows; pooled.</summary>
    public string Shared(Column column) => Present(column, out var text) && Fits(column, text) ? _pool.Get(text) : "";

    /// <summary>Text that repeats in many rows, or null; pooled.</summary>
    public string? OptionalShared(Column column) => Raw(column).IsEmpty ? null : Shared(column);

    /// <summary>Shared text in which <see cref="Unknown"/> is recognized in any case.</summary>
    public string SharedOrUnknown(Column column) => Shared(column) is var text && IsUnknown(text) ? Unknown : text;

    /// <summary>Two letters in upper case, or <see cref="Unknown"/>.</summary>
    public string Country(Column column)
    {
        if (!Present(column, out var text)) return "";
        if (text.Length == 2 && char.IsAsciiLetter((char)text[0]) && char.IsAsciiLetter((char)text[1]))
            return _pool.Get([(byte)(text[0] & ~0x20), (byte)(text[1] & ~0x20)]);
        if (Ascii.EqualsIgnoreCase(text, Unknown)) return Unknown;
        Reject(column, text, "is not a country: write two letters (ISO 3166-1 alpha-2) or unknown");
        return "";
    }

    /// <summary>One of the column's words, as the column spells it.</summary>
    public string Word(Column column)
    {
        if (!Present(column, out var text)) return "";
        foreach (var word in column.Words)
        {
            if (Ascii.EqualsIgnoreCase(text, word)) return word;
        }

        Reject(column, text, $"is not one of {string.Join(", ", column.Words)}");
        return "";
    }

    public string? OptionalWord(Column column) => Raw(column).IsEmpty ? null : Word(column);

    /// <summary>
    /// A URN with <c>urn</c> and its namespace in lower case. RFC 8141 (section 3.1) compares these parts without case; otherwise one dataset
    /// could be registered twice.
    /// </summary>
    public string Urn(Column column)
    {
        var urn = Shared(column);
        if (urn.Length == 0) return "";
        var end = urn.IndexOf(':', Math.Min(4, urn.Length));
        var isUrn = urn.StartsWith("urn:", StringComparison.OrdinalIgnoreCase) && end is >= 6 and <= 36 && end < urn.Length - 1
            && IsNamespace(urn.AsSpan(4, end - 4)) && !urn.AsSpan().ContainsAny(" \t\r\n");
        if (!isUrn)
        {
            Reject(column, Raw(column), "is not a URN: write urn:namespace:name without spaces");
            return "";
        }

        return urn.AsSpan(0, end).IndexOfAnyInRange('A', 'Z') < 0 ? urn : string.Concat(urn[..end].ToLowerInvariant(), urn.AsSpan(end));
    }

    public long Whole(Column column)
    {
        if (!Present(column, out var text)) return 0;
        if (Numbers.TryWhole(text, out var value))
        {
            if (value <= column.MaxValue) return value;
            Reject(column, text, $"is larger than {column.MaxValue.ToString("N0", CultureInfo.InvariantCulture)}");
            return 0;
        }

        Reject(column, text, Numbers.WhyNotWhole(text));
        return 0;
    }

    /// <summary>A number, or null if the cell is empty or says <see cref="Unknown"/>: a number that the source does not know is not 0.</summary>
    public long? OptionalWhole(Column column) =>
        Raw(column) is var text && (text.IsEmpty || Ascii.EqualsIgnoreCase(text, Unknown)) ? null : Whole(column);

    public DateOnly Day(Column column)
    {
        if (!Present(column, out var text)) return default;
        if (!Timestamps.TryDay(text, out var day)) Reject(column, text, "is not a date: write yyyy-MM-dd");
        else if (column.NotInFuture && day > options.Today) Reject(column, text, "is in the future");
        return day;
    }

    public DateOnly? OptionalDay(Column column) => Raw(column).IsEmpty ? null : Day(column);

    public DateTimeOffset? OptionalMoment(Column column)
    {
        var text = Raw(column);
        if (text.IsEmpty) return null;
        if (!Timestamps.TryMoment(text, out var moment)) Reject(column, text, "is not a time: write yyyy-MM-ddTHH:mm:ssZ, with Z or an offset");
        else if (column.NotInFuture && moment > options.Now + options.ClockSkew) Reject(column, text, "is in the future");
        return moment;
    }

    /// <summary>
    /// A time that decides nothing, with a time zone or as HDFS writes it: <c>yyyy-MM-dd HH:mm</c>, read as UTC. One that is not understood
    /// counts as not given: rejecting its row would hide the row's bytes.
    /// </summary>
    public DateTimeOffset? InformalMoment(Column column)
    {
        var text = Raw(column);
        if (text.IsEmpty) return null;
        if (Timestamps.TryMoment(text, out var moment) || Timestamps.TryMinute(text, out moment)) return moment;
        facts.Ignore(column.Name);
        return null;
    }

    /// <summary>The day (UTC) of a time with a time zone; null if the cell is empty.</summary>
    public DateOnly? OptionalDayOfMoment(Column column) =>
        OptionalMoment(column) is { } moment ? DateOnly.FromDateTime(moment.UtcDateTime) : null;

    /// <summary>The resource of a rejected row; null if the column that names it was rejected, too.</summary>
    public ResourceName? Named(string container, string path, Column column) => HasFault(column) || path.Length == 0 ? null : new(container, path);

    private bool Present(Column column, out ReadOnlySpan<byte> text)
    {
        text = Raw(column);
        if (text.IsEmpty) Reject(column, text, "is empty, but required");
        return !text.IsEmpty;
    }

    private bool Fits(Column column, ReadOnlySpan<byte> text)
    {
        if (text.Contains((byte)0)) Reject(column, text, "contains a NUL character");
        else if (text.Length > column.MaxLength && Encoding.UTF8.GetCharCount(text) > column.MaxLength) Reject(column, text, $"is longer than {column.MaxLength} characters");
        else return true;
        return false;
    }

    private static bool IsUnknown(string text) => text.Equals(Unknown, StringComparison.OrdinalIgnoreCase);

    // RFC 8141, section 2: letters, digits and hyphens, without a hyphen at the start or end.
    private static bool IsNamespace(ReadOnlySpan<char> name)
    {
        foreach (var character in name)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '-') return false;
        }

        return name[0] != '-' && name[^1] != '-';
    }
}
