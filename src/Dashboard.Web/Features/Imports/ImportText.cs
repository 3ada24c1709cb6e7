using Dashboard.Core.Imports;

namespace Dashboard.Web.Features.Imports;

/// <summary>Imports as text.</summary>
internal static class ImportText
{
    /// <summary>What an import of this kind counts, as singular and plural.</summary>
    public static (string One, string Many) Noun(SourceKind kind) => kind switch
    {
        SourceKind.Traffic => ("figure", "figures"),
        SourceKind.Register => ("dataset", "datasets"),
        _ => ("copy", "copies"),
    };

    public static string Counted(long count, SourceKind kind) => count == 1 ? $"1 {Noun(kind).One}" : $"{count:N0} {Noun(kind).Many}";

    /// <summary>A short summary of the changes: "12 new, 3 changed, 2 vanished".</summary>
    public static string Changes(ImportCounts counts)
    {
        string?[] parts =
        [
            Part(counts.New, "new"), Part(counts.Changed, "changed"), Part(counts.Reappeared, "reappeared"), Part(counts.Vanished, "vanished"),
            Part(counts.VerifiedAbsent, "verified absent"),
        ];
        var text = string.Join(", ", parts.OfType<string>());
        return text.Length > 0 ? text : "no change";

        static string? Part(long count, string what) => count == 0 ? null : $"{count:N0} {what}";
    }

    public static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 0.1 } => "<0.1 s",
        { TotalSeconds: < 10 } => $"{time.TotalSeconds:0.0} s",
        { TotalSeconds: < 120 } => $"{time.TotalSeconds:0} s",
        { TotalHours: < 2 } => $"{(int)time.TotalMinutes} min {time.Seconds} s",
        _ => $"{(int)time.TotalHours} h {time.Minutes} min",
    };

    /// <summary>Rows per second; null if the time was too short to measure.</summary>
    public static string? Rate(long rows, TimeSpan time) =>
        rows == 0 || time.TotalSeconds < 0.05 ? null : $"{rows / time.TotalSeconds:N0} rows/s";
}
