using System.Text;
using System.Text.Json.Nodes;

namespace Dashboard.Ledger.Tests;

/// <summary>A small ledger that writes its journal line by line, so that tests can tamper with it.</summary>
internal sealed class TestLedger
{
    public const string Origin = "dashboard.example/ledger";

    private static readonly LedgerActor Dana = new("lead-1", "Dana Reyes", "GovernanceLead", "USDS", "US");
    private readonly List<MerkleHash> leaves = [];
    private readonly CompactRange range = new();
    private MerkleHash? previous;

    public TestLedger(NoteSigner? signer = null, string begun = KeyEntries.Begun)
    {
        Signer = signer ?? NoteSigner.Generate(Origin);
        Append(begun, KeyEntries.BegunDetails(Signer.Key, Origin));
    }

    public NoteSigner Signer { get; private set; }

    public NoteSigner? Cosigner { get; set; }

    /// <summary>The journal's lines, without their line feeds.</summary>
    public List<string> Lines { get; } = [];

    public long Size => range.Size;

    public IReadOnlyList<MerkleHash> Leaves => leaves;

    public static TestLedger Of(int entries, int checkpointEvery = 10, NoteSigner? signer = null)
    {
        var ledger = new TestLedger(signer);
        ledger.Grow(entries, checkpointEvery);
        return ledger;
    }

    public static byte[] Bytes(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    public static Task<VerificationReport> VerifyAsync(byte[] journal, VerifierOptions? options = null) =>
        JournalVerifier.VerifyAsync(new MemoryStream(journal), options ?? new(), CancellationToken.None);

    public Task<VerificationReport> VerifyAsync(VerifierOptions? options = null) => VerifyAsync(Bytes(Lines), options);

    public void Grow(int entries, int checkpointEvery = 10)
    {
        while (Size < entries)
        {
            Append("member.suspended");
            if (Size % checkpointEvery == 0) Checkpoint();
        }
    }

    public void Append(string action = "member.suspended", JsonObject? details = null, string sentence = "Dana Reyes suspended Ari Chen.", DateTimeOffset? time = null)
    {
        var content = new EntryContent(
            Size, time ?? new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero).AddSeconds(Size), Dana, action, new("member", "17", "Ari Chen"), [],
            sentence, [new("state", "Active", "Suspended")], details, previous);
        AppendBytes(content.ToBytes());
    }

    public void AppendBytes(byte[] leaf)
    {
        Lines.Add(Encoding.UTF8.GetString(leaf));
        previous = MerkleHash.Leaf(leaf);
        leaves.Add(previous.Value);
        range.Append(previous.Value);
    }

    /// <summary>Signs a checkpoint of the current entries, and writes it to the journal.</summary>
    public string Checkpoint(bool isWritten = true)
    {
        var note = Signer.Sign(new Checkpoint(Origin, Size, range.Root).ToText());
        if (Cosigner is not null) note = Cosigner.AddSignature(note);
        if (isWritten) Lines.Add(Encoding.UTF8.GetString(JournalLines.Checkpoint(note)).TrimEnd('\n'));
        return note;
    }

    /// <summary>Replaces the key in force. If <paramref name="isCosigned"/>, the former key also signs the next checkpoints.</summary>
    public NoteSigner Rotate(bool isCosigned)
    {
        var former = Signer;
        var next = NoteSigner.Generate(Origin);
        Append(KeyEntries.Rotated, KeyEntries.RotatedDetails(former.Key, next.Key));
        Signer = next;
        Cosigner = isCosigned ? former : null;
        return next;
    }

    /// <summary>A partial export of [from, to) under a checkpoint of all entries.</summary>
    public byte[] Export(int from, int to)
    {
        var stored = new StoredTree(leaves);
        var before = new CompactRange();
        foreach (var leaf in leaves.Take(from)) before.Append(leaf);
        var after = ProofPlan.Subtrees(to, Size).Select(stored.Node).ToList();
        var entries = Lines.Where(line => line[0] == '{').Skip(from).Take(to - from);
        return [.. JournalLines.Before(before), .. JournalLines.Key(Signer.Key), .. Bytes(entries), .. JournalLines.After(to, after), .. JournalLines.Checkpoint(Checkpoint(isWritten: false))];
    }
}
