using System.Diagnostics;
using System.Text;

namespace Dashboard.Ledger.Tests;

/// <summary>Runs the program like an auditor does: as a process with an exit code and output.</summary>
public sealed class LedgerCheckTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ledger-check").FullName;
    private readonly TestLedger ledger = TestLedger.Of(57);

    private string Key => ledger.Signer.Key.ToString();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Help_IsShown()
    {
        var run = Check("--help");
        Assert.Equal((0, "ledger-check verifies a ledger from its exported files alone, without the program that wrote it."), (run.Exit, run.FirstLine));
        Assert.Equal(0, Check("journal", "--help").Exit);
    }

    [Fact]
    public void Journal_Valid_IsVerified()
    {
        var kept = Write("kept", ledger.Checkpoint());
        ledger.Grow(100);
        var run = Check("journal", Journal(), "--key", Key, "--earlier", kept);
        Assert.Equal((0, "Verified: 100 entries and 11 checkpoints.", ""), (run.Exit, run.FirstLine, run.Error));
        Assert.Contains(Key, run.Output);
        Assert.Contains("is contained in this ledger", run.Output);
        Assert.EndsWith(ledger.Checkpoint(isWritten: false), run.Output);
        Assert.DoesNotContain("Not proved", run.Output);
    }

    [Fact]
    public void Journal_FromStandardInput_IsVerified()
    {
        var run = CheckWith(TestLedger.Bytes(ledger.Lines), "journal", "-");
        Assert.Equal((0, "Verified: 50 of 57 entries and 5 checkpoints."), (run.Exit, run.FirstLine));
        Assert.Contains("Not proved: No earlier checkpoint was given", run.Output);
    }

    [Fact]
    public void Journal_TamperedWith_IsNot()
    {
        ledger.Lines[20] = ledger.Lines[20].Replace("Ari", "Ary", StringComparison.Ordinal);
        var run = Check("journal", Journal());
        Assert.Equal((1, "Not verified: problems were found in 57 entries and 5 checkpoints."), (run.Exit, run.FirstLine));
        Assert.StartsWith("Entry 19 was changed: entry 20 names a different hash for it.", run.Error);
    }

    [Fact]
    public void Journal_RolledBack_IsNot()
    {
        var kept = Write("kept", TestLedger.Of(80, signer: ledger.Signer).Checkpoint());
        var run = Check("journal", Journal(), "--earlier", kept);
        Assert.Equal(1, run.Exit);
        Assert.Contains("covers more entries than this ledger has", run.Error);
    }

    [Fact]
    public void Entry_IsVerifiedOrNot()
    {
        var (file, _) = ProofFileTests.Inclusion(ledger, 33);
        var proof = Write("entry.tlog-proof", file.ToText());
        var run = Check("entry", proof, "--key", Key);
        Assert.Equal((0, $"Verified: entry 33 is in the ledger {TestLedger.Origin} of 57 entries."), (run.Exit, run.FirstLine));
        Assert.Contains("Dana Reyes suspended Ari Chen.", run.Output);

        var changed = Write("changed", (file with { Entry = [.. file.Entry!, (byte)' '] }).ToText());
        Assert.Equal((1, "Not verified: the file does not prove that the entry is in the ledger."), (Check("entry", changed, "--key", Key).Exit, Check("entry", changed, "--key", Key).FirstLine));
        Assert.Equal(1, Check("entry", proof, "--key", NoteSigner.Generate("x").Key.ToString()).Exit);
        var keyless = Check("entry", proof);
        Assert.Equal(2, keyless.Exit);
        Assert.Contains("Specify the ledger's public key with --key", keyless.Error);
    }

    [Fact]
    public void Consistency_IsVerifiedOrNot()
    {
        var kept = Write("kept", ledger.Checkpoint(isWritten: false));
        ledger.Grow(100);
        var proof = Write("proof", ProofFileTests.Consistency(ledger, 57).ToText());
        var run = Check("consistency", proof, "--earlier", kept, "--key", Key);
        Assert.Equal((0, $"Verified: the ledger {TestLedger.Origin} grew from 57 to 100 entries, and none of the first 57 changed."), (run.Exit, run.FirstLine));

        var rewritten = new TestLedger(ledger.Signer);
        rewritten.Append(sentence: "No one suspended anyone.");
        rewritten.Grow(100);
        var other = Check("consistency", Write("other", ProofFileTests.Consistency(rewritten, 57).ToText()), "--earlier", kept, "--key", Key);
        Assert.Equal(1, other.Exit);
        Assert.Contains("it was rewritten or rolled back", other.Error);
        var wrongSize = Check("consistency", Write("size", ProofFileTests.Consistency(ledger, 50).ToText()), "--earlier", kept, "--key", Key);
        Assert.Equal(2, wrongSize.Exit);
        Assert.Contains("Request a proof from 57.", wrongSize.Error);
        Assert.Equal(2, Check("consistency", proof, "--key", Key).Exit);
    }

    [Theory]
    [InlineData("Specify a command.")]
    [InlineData("\"verify\" is not a command", "verify")]
    [InlineData("Name the file to check", "journal")]
    [InlineData("second one", "journal", "a", "b")]
    [InlineData("--what is not an option", "journal", "a", "--what")]
    [InlineData("Specify a value after --key", "journal", "a", "--key")]
    [InlineData("A public key has the form", "journal", "a", "--key", "x")]
    [InlineData("Could not find a part of the path", "journal", "/does/not/exist/here")]
    public void WrongUsage_SaysWhatIsWrong(string message, params string[] args)
    {
        var run = Check(args);
        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Contains(message, run.Error);
    }

    [Fact]
    public void Garbage_IsUnreadableNotWrong()
    {
        var garbage = Write("garbage", "garbage\n");
        Assert.Equal(2, Check("journal", garbage).Exit);
        Assert.Equal(2, Check("journal", Write("empty", "")).Exit);
        Assert.Equal(2, Check("entry", garbage, "--key", Key).Exit);
        Assert.Equal(2, Check("consistency", garbage, "--earlier", garbage, "--key", Key).Exit);
        Assert.Equal(2, Check("journal", Journal(), "--earlier", garbage).Exit);
    }

    private string Journal()
    {
        var file = Path.Combine(folder, "journal");
        File.WriteAllBytes(file, TestLedger.Bytes(ledger.Lines));
        return file;
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    private static Run Check(params string[] args) => CheckWith([], args);

    private static Run CheckWith(byte[] input, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ledger-check.dll"), .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }

    private sealed record Run(int Exit, string Output, string Error)
    {
        public string FirstLine => Output.Split('\n')[0].TrimEnd();
    }
}
