using System.Globalization;

namespace Dashboard.Formats.Reading;

/// <summary>Parses dates and times in the few unambiguous forms. The .NET parsers accept more forms, or only one length of fraction.</summary>
internal static class Timestamps
{
    /// <summary><c>yyyy-MM-dd</c>.</summary>
    public static bool TryDay(ReadOnlySpan<byte> text, out DateOnly day)
    {
        day = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-') return false;
        if (!TryDigits(text[..4], out var year) || !TryDigits(text[5..7], out var month) || !TryDigits(text[8..], out var dayOfMonth)) return false;
        if (year < 1 || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(year, month)) return false;
        day = new DateOnly(year, month, dayOfMonth);
        return true;
    }

    /// <summary>RFC 3339: <c>yyyy-MM-ddTHH:mm:ss</c>, an optional fraction, then <c>Z</c> or an offset. The result is in UTC.</summary>
    public static bool TryMoment(ReadOnlySpan<byte> text, out DateTimeOffset moment)
    {
        moment = default;
        if (text.Length < 20 || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ') || text[13] != ':' || text[16] != ':') return false;
        if (!TryDay(text[..10], out var day) || !TryTime(text[11..13], text[14..16], text[17..19], out var ticks)) return false;
        var rest = text[19..];
        if (rest[0] == '.')
        {
            var digits = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits is < 1 or > 9) return false;
            ticks += FractionTicks(rest.Slice(1, digits));
            rest = rest[(digits + 1)..];
        }

        if (!TryOffset(rest, out var offset)) return false;
        var utc = (day.DayNumber * TimeSpan.TicksPerDay) + ticks - offset.Ticks;
        if (utc < 0 || utc > DateTime.MaxValue.Ticks) return false;
        moment = new DateTimeOffset(utc, TimeSpan.Zero);
        return true;
    }

    /// <summary>The <c>yyyy-MM-dd HH:mm</c> of HDFS, which has no time zone and is read as UTC.</summary>
    public static bool TryMinute(ReadOnlySpan<byte> text, out DateTimeOffset moment)
    {
        moment = default;
        if (text.Length != 16 || text[10] != ' ' || text[13] != ':') return false;
        if (!TryDay(text[..10], out var day) || !TryTime(text[11..13], text[14..], "00"u8, out var ticks)) return false;
        moment = new DateTimeOffset((day.DayNumber * TimeSpan.TicksPerDay) + ticks, TimeSpan.Zero);
        return true;
    }

    private static bool TryTime(ReadOnlySpan<byte> hours, ReadOnlySpan<byte> minutes, ReadOnlySpan<byte> seconds, out long ticks)
    {
        ticks = 0;
        if (!TryDigits(hours, out var hour) || !TryDigits(minutes, out var minute) || !TryDigits(seconds, out var second)) return false;
        if (hour > 23 || minute > 59 || second > 59) return false;
        ticks = ((((hour * 60L) + minute) * 60) + second) * TimeSpan.TicksPerSecond;
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is [(byte)'Z' or (byte)'z']) return true;
        if (text.Length != 6 || text[3] != ':' || text[0] is not ((byte)'+' or (byte)'-')) return false;
        if (!TryDigits(text[1..3], out var hours) || !TryDigits(text[4..], out var minutes) || hours > 23 || minutes > 59) return false;
        offset = new TimeSpan(hours, minutes, 0);
        if (text[0] == '-') offset = -offset;
        return true;
    }

    private static long FractionTicks(ReadOnlySpan<byte> digits)
    {
        long ticks = 0;
        for (var i = 0; i < 7; i++) ticks = (ticks * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        return ticks;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
