using System.Globalization;

namespace Dashboard.Web.Features.Ledger.Entries;

/// <summary>The filter for entries, as written in the URL.</summary>
/// <param name="From">First day, in UTC.</param>
/// <param name="To">Last day, in UTC.</param>
/// <param name="Actor">Subject id of the actor.</param>
public sealed record EntryFilter(
    DateOnly? From = null, DateOnly? To = null, string? Actor = null, string? Action = null, SubjectKey? Subject = null)
{
    public const string Page = "/ledger";

    /// <summary>Query keys in the URL.</summary>
    public static readonly string[] Keys = ["from", "to", "actor", "action", "subject"];

    public static readonly EntryFilter None = new();

    public DateTimeOffset? FromTime => From is { } day ? At(day) : null;

    /// <summary>The first moment after the last day.</summary>
    public DateTimeOffset? EndTime => To is { } day && day < DateOnly.MaxValue ? At(day.AddDays(1)) : null;

    public static EntryFilter Read(string? from, string? to, string? actor, string? action, string? subject) =>
        new(Day(from), Day(to), Text(actor), Text(action), SubjectKey.Parse(subject));

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public IReadOnlyDictionary<string, object?> Query(long? older = null, long? newer = null) => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["from"] = From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["to"] = To?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["actor"] = Actor,
        ["action"] = Action,
        ["subject"] = Subject?.ToString(),
        ["older"] = older,
        ["newer"] = newer,
    };

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) || text.Length > 255 ? null : text;
}
