using System.Text.Json;

namespace Dashboard.Formats.Reading;

/// <summary>The values of one flat JSON object by column, as the text that CSV would have.</summary>
internal sealed class JsonCells(IReadOnlyList<Column> columns)
{
    private readonly Dictionary<string, int> _ordinals =
        columns.ToDictionary(column => column.Name, column => column.Ordinal, StringComparer.OrdinalIgnoreCase);

    private readonly Place[] _places = new Place[columns.Count];
    private readonly Utf8StringPool _names = new();
    private byte[] _text = new byte[1024];
    private int _textLength;

    /// <summary>The current object's text in a column; empty when it has none.</summary>
    public ReadOnlySpan<byte> this[int ordinal] => _text.AsSpan(_places[ordinal].Start, _places[ordinal].Length);

    /// <summary>Reads one object; returns why it cannot be read.</summary>
    public BrokenRow? Parse(ReadOnlySpan<byte> line)
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
            return new BrokenRow("", VisibleText.Of(line), $"is not valid JSON at byte {reader.BytesConsumed + 1} of the row");
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
