using System.Text.Json;

namespace Dashboard.Formats.Reading;

/// <summary>
/// Streams the values of a JSON listing, one at a time: a bare list, a single object, or either of them inside <c>data</c> or <c>items</c>.
/// </summary>
internal sealed class JsonList(Utf8Input input) : IDisposable
{
    private JsonReaderState _state;
    private Shape _shape = Shape.Unknown;

    /// <summary>The next value, or null at the end of the list. The caller must dispose it.</summary>
    public JsonDocument? Next()
    {
        try
        {
            if (_shape == Shape.Unknown) FindStart();
            return _shape == Shape.Ended ? null : Take();
        }
        catch (JsonException broken)
        {
            throw new UnreadableFileException(
                input.File, (broken.LineNumber ?? 0) + 1, "The file is not valid JSON, or was cut off.", "Export it again.", broken);
        }
    }

    public void Dispose() => input.Dispose();

    /// <summary>Skips to the list or to the single object. Everything before it must fit in the line limit, like every value.</summary>
    private void FindStart()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(input.Window, input.AtEnd, default);
            var shape = Find(ref reader, out var start);
            if (shape != Shape.Unknown)
            {
                _shape = shape;
                if (shape == Shape.List) _state = reader.CurrentState;
                Consume(start);
                return;
            }

            input.More();
        }
    }

    private static Shape Find(ref Utf8JsonReader reader, out int start)
    {
        start = 0;
        if (!reader.Read()) return Shape.Unknown;
        while (reader.TokenType != JsonTokenType.StartArray)
        {
            if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.StartObject)) return Shape.Single;
            if (reader.TokenType == JsonTokenType.StartObject) start = (int)reader.TokenStartIndex;
            if (!NextWrapped(ref reader)) return reader.TokenType == JsonTokenType.EndObject ? Shape.Single : Shape.Unknown;
        }

        start = (int)reader.BytesConsumed;
        return Shape.List;
    }

    /// <summary>Moves to the value of the current object's <c>data</c> or <c>items</c>; false at the end of the object or window.</summary>
    private static bool NextWrapped(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var wraps = reader.ValueTextEquals("data"u8) || reader.ValueTextEquals("items"u8);
            if (!reader.Read()) return false;
            if (wraps && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) return true;
            if (!reader.TrySkip()) return false;
        }

        return false;
    }

    private JsonDocument? Take()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(input.Window, input.AtEnd, _state);
            if (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.EndArray)
                {
                    _shape = Shape.Ended;
                    return null;
                }

                if (JsonDocument.TryParseValue(ref reader, out var value))
                {
                    var length = (int)reader.BytesConsumed;
                    input.CheckLength(length);
                    _state = reader.CurrentState;
                    if (_shape == Shape.Single) _shape = Shape.Ended;
                    Consume(length);
                    return value;
                }
            }

            input.More();
        }
    }

    private void Consume(int length) => input.Consume(length, input.Window[..length].Count((byte)'\n'));

    private enum Shape
    {
        Unknown,
        List,
        Single,
        Ended,
    }
}
