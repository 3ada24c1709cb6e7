using System.Text;
using Dashboard.Ledger;
using Dashboard.LedgerCheck;

// Notes contain an em dash, and the printed note must stay verifiable.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

try
{
    return args switch
    {
        ["--help" or "-h" or "help", ..] => Help.Show(),
        [_, .. var rest] when rest.Contains("--help") || rest.Contains("-h") => Help.Show(),
        ["journal", .. var rest] => await JournalVerb.RunAsync(Arguments.Parse(rest), stop.Token),
        ["entry", .. var rest] => EntryVerb.Run(Arguments.Parse(rest)),
        ["consistency", .. var rest] => ConsistencyVerb.Run(Arguments.Parse(rest)),
        [var verb, ..] => throw new UsageException($"\"{verb}\" is not a command."),
        [] => throw new UsageException("Specify a command."),
    };
}
catch (UsageException usage)
{
    Console.Error.WriteLine($"ledger-check: {usage.Message}");
    Console.Error.WriteLine("Run ledger-check --help for usage.");
    return ExitCode.Unusable;
}
catch (NoteFormatException unreadable)
{
    Console.Error.WriteLine($"ledger-check: {unreadable.Message}");
    return ExitCode.Unusable;
}
catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"ledger-check: {failed.Message}");
    return ExitCode.Unusable;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("ledger-check: Stopped before the end; nothing was verified.");
    return ExitCode.Unusable;
}
