using Dashboard.Ledger;

namespace Dashboard.LedgerCheck;

/// <summary>Verifies an exported journal.</summary>
internal static class JournalVerb
{
    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellation)
    {
        var options = new VerifierOptions { Keys = arguments.Keys, Earlier = arguments.ReadEarlier() };
        await using var journal = Arguments.Open(arguments.File);
        var report = await JournalVerifier.VerifyAsync(journal, options, cancellation);
        if (report.Problems is [{ Kind: ProblemKind.NotAJournal, Message: var message }, ..])
        {
            await Console.Error.WriteLineAsync($"ledger-check: {message}");
            return ExitCode.Unusable;
        }

        Summarize(report, arguments);
        foreach (var problem in report.Problems) await Console.Error.WriteLineAsync(problem.Message);
        if (report.FurtherProblems > 0) await Console.Error.WriteLineAsync($"… and {report.FurtherProblems:N0} more.");
        return report.IsVerified ? ExitCode.Verified : ExitCode.Wrong;
    }

    private static void Summarize(VerificationReport report, Arguments arguments)
    {
        var signed = report.UnsignedEntries > 0 ? $"{report.Entries - report.UnsignedEntries:N0} of " : "";
        var count = $"{(report.IsVerified ? signed : "")}{Shown.Entries(report.Entries)} and {Shown.Checkpoints(report.Checkpoints)}";
        Console.WriteLine(report.IsVerified ? $"Verified: {count}." : $"Not verified: problems were found in {count}.");
        Shown.Line("ledger", report.Origin ?? "unknown");
        if (report.From > 0) Shown.Line("from entry", $"{report.From:N0}");
        Shown.Line("written", $"{Shown.Time(report.FirstTime)} to {Shown.Time(report.LastTime)}");
        Shown.Line("bytes", $"{report.Bytes:N0}");
        Shown.Keys("signed by key", report.Keys);
        if (arguments.EarlierFile is not null && report.IsVerified) Shown.Line("your checkpoint", "is contained in this ledger");
        foreach (var warning in report.Warnings) Console.WriteLine($"Note: {warning.Message}");
        foreach (var sentence in report.Unproved) Console.WriteLine($"Not proved: {sentence}");
        if (!report.IsVerified || report.LastCheckpointNote is not { } note) return;
        Console.WriteLine("This is the last checkpoint. Keep it in a file and specify it with --earlier next time:");
        Console.WriteLine();
        Console.Write(note);
    }
}
