using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dashboard.Core;

/// <summary>How SQL Server stores a time: in UTC, whole milliseconds as in <see cref="UtcText"/>; finer parts are truncated, never rounded up.</summary>
public sealed class WholeMilliseconds() : ValueConverter<DateTimeOffset, DateTimeOffset>(time => Of(time), time => time)
{
    public static DateTimeOffset Of(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
