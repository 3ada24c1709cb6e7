using System.Text;
using System.Text.Json;

namespace Dashboard.Formats.Reading;

/// <summary>The property names of a file's first JSON object, used to detect the file's format.</summary>
internal static class JsonNames
{
    private const int MaxBytes = 256 * 1024;

    /// <summary>Names of the outermost object, or of the first object of the outermost list. Reads no more than necessary.</summary>
    public static HashSet<string> Outermost(Utf8Input input)
    {
        while (true)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            var enough = input.AtEnd || input.Window.Length >= MaxBytes;
            try
            {
                if (Collect(new Utf8JsonReader(input.Window, isFinalBlock: false, default), names) || enough) return names;
            }
            catch (JsonException broken) when (names.Count == 0)
            {
                throw new UnreadableFileException(
                    input.File, (broken.LineNumber ?? 0) + 1, "The file begins like JSON, but is not valid JSON.", "Export it again.", broken);
            }
            catch (JsonException)
            {
                return names;
            }

            input.More();
        }
    }

    /// <summary>True when the object was read to its end.</summary>
    private static bool Collect(Utf8JsonReader reader, HashSet<string> names)
    {
        if (!reader.Read() || (reader.TokenType == JsonTokenType.StartArray && !reader.Read())) return false;
        if (reader.TokenType != JsonTokenType.StartObject) return true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            names.Add(Encoding.UTF8.GetString(reader.ValueSpan));
            if (!reader.Read() || !reader.TrySkip()) return false;
        }

        return reader.TokenType == JsonTokenType.EndObject;
    }
}
