using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dashboard.Core;

/// <summary>
/// How SQLite stores a time: fixed-width UTC text, which sorts like the time itself and is easy to read. Whole milliseconds; finer parts
/// are truncated.
/// </summary>
public sealed class UtcText() : ValueConverter<DateTimeOffset, string>(time => Write(time), text => Read(text))
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) => DateTimeOffset.ParseExact(
        text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
