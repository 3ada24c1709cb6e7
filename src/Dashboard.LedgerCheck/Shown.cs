using Dashboard.Ledger;

namespace Dashboard.LedgerCheck;

/// <summary>Formats output for the screen.</summary>
internal static class Shown
{
    public static string Entries(long count) => count == 1 ? "1 entry" : $"{count:N0} entries";

    public static string Checkpoints(long count) => count == 1 ? "1 checkpoint" : $"{count:N0} checkpoints";

    public static string Time(DateTimeOffset? time) => time is { } known ? $"{known:yyyy-MM-dd HH:mm:ss} UTC" : "unknown";

    public static void Line(string name, string value) => Console.WriteLine($"  {name,-16}{value}");

    public static void Keys(string name, IEnumerable<NoteKey> keys)
    {
        foreach (var key in keys)
        {
            Line(name, $"{key.IdText}  {key}");
            name = "";
        }
    }

    public static int Wrong(string first, params IEnumerable<string> problems)
    {
        Console.WriteLine(first);
        foreach (var problem in problems) Console.Error.WriteLine(problem);
        return ExitCode.Wrong;
    }
}
