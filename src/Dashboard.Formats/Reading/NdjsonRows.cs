using System.Text.Json;

namespace Dashboard.Formats.Reading;

/// <summary>Reads each line, one JSON object, as a row. An invalid line is rejected on its own, because an object never spans lines.</summary>
internal sealed class NdjsonRows(Utf8Input input, IReadOnlyList<Column> columns) : RowSource
{
    private readonly Dictionary<string, int> _ordinals =
        columns.ToDictionary(column => column.Name, column => column.Ordinal, StringComparer.OrdinalIgnoreCase);

    private readonly Place[] _places = new Place[columns.Count];
    private readonly Utf8StringPool _names = new();
    private byte[] _text = new byte[1024];
    private int _textLength;
    private int _pending;

    public override string File => input.File;

    public override bool Read()
    {
        while (ReadLine(out var line))
        {
            Line = input.Line;
            if (line.Trim(" \t\r"u8).IsEmpty) continue;
            Broken = ParseLine(line);
            return true;
        }

        return false;
    }

    public override ReadOnlySpan<byte> Cell(int ordinal) => _text.AsSpan(_places[ordinal].Start, _places[ordinal].Length);

    public override void Dispose() => input.Dispose();

    private bool ReadLine(out ReadOnlySpan<byte> line)
    {
        input.Consume(_pending, _pending == 0 ? 0 : 1);
        _pending = 0;
        line = default;
        if (input.Window.IsEmpty && !input.More()) return false;
        int end;
        while ((end = input.Window.IndexOf((byte)'\n')) < 0 && !input.AtEnd) input.More();
        line = end < 0 ? input.Window : input.Window[..end];
        input.CheckLength(line.Length);
        _pending = end < 0 ? line.Length : end + 1;
        return true;
    }

    private BrokenRow? ParseLine(ReadOnlySpan<byte> line)
    {
        Array.Clear(_places);
        _textLength = 0;
        if (_text.Length < line.Length) _text = new byte[line.Length];
        var reader = new Utf8JsonReader(line);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject) return new BrokenRow("", VisibleText.Of(line), "is not a JSON object");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (TakeProperty(ref reader) is { } broken) return broken;
            }

            reader.Read();
            return null;
        }
        catch (JsonException)
        {
            return new BrokenRow("", VisibleText.Of(line), $"is not valid JSON at byte {reader.BytesConsumed + 1} of the line");
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader throws this for a lone surrogate escape such as \ud800.
            return new BrokenRow("", VisibleText.Of(line), "has a \\u escape that is only half a character (a lone surrogate)");
        }
    }

    private BrokenRow? TakeProperty(ref Utf8JsonReader reader)
    {
        var name = reader.ValueIsEscaped ? reader.GetString()! : _names.Get(reader.ValueSpan);
        if (!_ordinals.TryGetValue(name, out var ordinal)) return new BrokenRow(VisibleText.Of(name), "", "is not a column of this format");
        if (_places[ordinal].Seen) return new BrokenRow(columns[ordinal].Name, "", "appears twice in one object");
        reader.Read();
        var start = _textLength;
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                _textLength += reader.CopyString(_text.AsSpan(start));
                break;
            case JsonTokenType.Number:
                reader.ValueSpan.CopyTo(_text.AsSpan(start));
                _textLength += reader.ValueSpan.Length;
                break;
            case JsonTokenType.Null:
                break;
            default:
                return new BrokenRow(columns[ordinal].Name, VisibleText.Of(reader.ValueSpan), "is not text, a number or null");
        }

        _places[ordinal] = new Place(start, _textLength - start, Seen: true);
        return null;
    }

    private readonly record struct Place(int Start, int Length, bool Seen);
}
