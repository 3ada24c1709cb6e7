using System.Buffers;
using System.Text.Json;

namespace Dashboard.Formats.Reading;

/// <summary>
/// Streams the objects of JSON listings, one at a time: a bare list, a single object, or either of them inside <c>data</c> or <c>items</c>.
/// Several documents may follow each other in one file, as a loop over a command writes them: all of them are read. A token for a next page
/// shows that the listing is not whole.
/// </summary>
internal sealed class JsonList(Utf8Input input, FileFacts facts) : IDisposable
{
    private static readonly JsonReaderOptions SeveralDocuments = new() { AllowMultipleValues = true };

    private static readonly SearchValues<string> PageTokens = SearchValues.Create(
        [
            "opc-next-page", "opcNextPage", "next-page", "nextPage", "next_page", "nextToken", "next-token", "next_token", "nextPageToken",
            "next_page_token", "NextContinuationToken", "nextMarker", "nextLink", "@odata.nextLink", "isTruncated", "hasMore", "has_more",
        ],
        StringComparison.OrdinalIgnoreCase);

    private readonly Queue<JsonElement> _unwrapped = [];
    private JsonDocument? _document;
    private JsonReaderState _state = new(SeveralDocuments);
    private int _listDepth = -1;

    /// <summary>The file's name for error messages.</summary>
    public string File => input.File;

    /// <summary>1-based physical line on which the current value starts.</summary>
    public long Line { get; private set; } = 1;

    /// <summary>The next value, or null at the end of the file. It is valid until the next call.</summary>
    public JsonElement? Next()
    {
        try
        {
            while (_unwrapped.Count == 0)
            {
                if (!Advance()) return null;
            }

            return _unwrapped.Dequeue();
        }
        catch (InvalidOperationException broken)
        {
            // Utf8JsonReader throws this for a lone surrogate escape such as \ud800.
            throw new UnreadableFileException(
                input.File, input.Line, "A property's name has a \\u escape that is only half a character (a lone surrogate).", "Export it again.", broken);
        }
        catch (JsonException broken)
        {
            throw new UnreadableFileException(
                input.File, (broken.LineNumber ?? 0) + 1, "The file is not valid JSON, or was cut off.", "Export it again.", broken);
        }
    }

    public void Dispose()
    {
        _document?.Dispose();
        input.Dispose();
    }

    /// <summary>One step: enters a wrapper or a list, leaves one, or takes a value. False at the end of the file.</summary>
    private bool Advance()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(input.Window, input.AtEnd, _state);
            switch (Step(ref reader))
            {
                case Outcome.Done:
                    return true;
                case Outcome.Ended:
                    return false;
                case Outcome.NeedsMore when input.AtEnd:
                    throw new JsonException();
                default:
                    input.More();
                    break;
            }
        }
    }

    private Outcome Step(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) return input.AtEnd ? Outcome.Ended : Outcome.NeedsMore;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray when _listDepth < 0:
                _listDepth = reader.CurrentDepth;
                return Commit(ref reader);
            case JsonTokenType.EndArray when reader.CurrentDepth == _listDepth:
                _listDepth = -1;
                return Commit(ref reader);
            case JsonTokenType.EndObject:
                return Commit(ref reader);
            case JsonTokenType.PropertyName:
                return TakeProperty(ref reader);
            case JsonTokenType.StartObject when _listDepth < 0:
                return Wraps(reader) switch { null => Outcome.NeedsMore, true => Commit(ref reader), false => TakeValue(ref reader) };
            default:
                return TakeValue(ref reader);
        }
    }

    /// <summary>A property of a wrapper. Its <c>data</c> or <c>items</c> is left to the next step; any other value is skipped.</summary>
    private Outcome TakeProperty(ref Utf8JsonReader reader)
    {
        var name = reader.GetString()!;
        var isData = IsData(name);
        var before = reader;
        if (!reader.Read()) return Outcome.NeedsMore;
        if (isData && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) return Commit(ref before);
        if (!reader.TrySkip()) return Outcome.NeedsMore;
        if (IsPageToken(name, reader)) SayPaged(name);
        return Commit(ref reader);
    }

    private Outcome TakeValue(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        if (!JsonDocument.TryParseValue(ref reader, out var document)) return Outcome.NeedsMore;
        var length = (int)reader.BytesConsumed;
        input.CheckLength(length);
        Line = input.Line + input.Window[..start].Count((byte)'\n');
        _document?.Dispose();
        _document = document;
        try
        {
            Unwrap(document.RootElement);
        }
        catch (InvalidOperationException)
        {
            // JsonElement throws this for a lone surrogate escape such as \ud800. The reader of the value rejects it.
            _unwrapped.Clear();
            _unwrapped.Enqueue(document.RootElement);
        }

        return Commit(ref reader);
    }

    /// <summary>An element of a list can itself be a command's answer, with the object or list in <c>data</c>.</summary>
    private void Unwrap(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Object || Inner(value) is not { } inner)
        {
            _unwrapped.Enqueue(value);
            return;
        }

        foreach (var property in value.EnumerateObject())
        {
            if (PageTokens.Contains(property.Name) && property.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.False) && property.Value.ToString().Length > 0)
                SayPaged(property.Name);
        }

        if (inner.ValueKind is JsonValueKind.Object)
        {
            Unwrap(inner);
            return;
        }

        foreach (var element in inner.EnumerateArray()) Unwrap(element);
    }

    private static JsonElement? Inner(JsonElement value)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (IsData(property.Name) && property.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object) return property.Value;
        }

        return null;
    }

    /// <summary>Whether the object that starts here has a list or object in <c>data</c> or <c>items</c>; null when more must be read to see.</summary>
    private static bool? Wraps(Utf8JsonReader reader)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject) return false;
            var isData = IsData(reader.GetString()!);
            if (!reader.Read()) return null;
            if (isData && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) return true;
            if (!reader.TrySkip()) return null;
        }

        return null;
    }

    private static bool IsData(string name) => name is "data" or "items";

    private static bool IsPageToken(string name, Utf8JsonReader value) => PageTokens.Contains(name) && value.TokenType switch
    {
        JsonTokenType.Null or JsonTokenType.False => false,
        JsonTokenType.String => value.HasValueSequence || value.ValueSpan.Length > 0,
        _ => true,
    };

    private void SayPaged(string name) => facts.IsNotWhole($"{input.File} is one page of a longer listing: it has {VisibleText.Of(name)}.");

    private Outcome Commit(ref Utf8JsonReader reader)
    {
        var length = (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        input.Consume(length, input.Window[..length].Count((byte)'\n'));
        return Outcome.Done;
    }

    private enum Outcome
    {
        Done,
        Ended,
        NeedsMore,
    }
}
