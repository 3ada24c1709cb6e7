using System.Text;
using System.Text.Json.Nodes;

namespace Dashboard.Ledger.Tests;

/// <summary>The example in src/Dashboard.Ledger/README.md matches the output of the code.</summary>
public sealed class ReadmeTests
{
    private const string Secret = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    private const string Origin = "dashboard.example/ledger";

    private static readonly LedgerActor System = new("system", "The dashboard", null, null, null);
    private static readonly LedgerActor Dana = new("lead-1", "Dana Reyes", "GovernanceLead", "USDS", "US");
    private static readonly LedgerSubject Ledger = new("ledger", Origin);
    private static readonly LedgerSubject Ari = new("member", "17", "Ari Chen");

    [Fact]
    public async Task Example_MatchesTheCode()
    {
        var example = Blocks(Readme());
        Assert.Equal(Expected(), example);

        var options = new VerifierOptions { Keys = [NoteKey.Parse(example[0])] };
        var report = await TestLedger.VerifyAsync(Encoding.UTF8.GetBytes(example[1] + "\n"), options);
        Assert.True(report.IsVerified, JournalTests.Messages(report));
        Assert.Equal(3, report.Entries);
    }

    private static List<string> Expected()
    {
        var signer = NoteSigner.FromPem(Origin, $"-----BEGIN PRIVATE KEY-----\n{Convert.ToBase64String(Convert.FromHexString("302e020100300506032b657004220420" + Secret))}\n-----END PRIVATE KEY-----");
        var time = new DateTimeOffset(2026, 11, 24, 3, 17, 59, 123, TimeSpan.Zero);
        EntryContent[] contents =
        [
            new(0, time, System, KeyEntries.Begun, Ledger, [], "The ledger begins.", [], KeyEntries.BegunDetails(signer.Key, Origin), null),
            new(1, time.AddMinutes(1), Dana, "member.suspended", Ari, [], "Dana Reyes suspended Ari Chen.", [new("state", "Active", "Suspended")], null, null),
            new(2, time.AddMinutes(2), Dana, "member.noted", Ari, [new("batch", "3")], "Dana Reyes noted: “back in März”.", [new("note", null, "back in März")], new JsonObject { ["pages"] = 2 }, null),
        ];
        var leaves = new List<MerkleHash>();
        var journal = new StringBuilder();
        byte[] entry1 = [];
        foreach (var content in contents)
        {
            var leaf = (content with { Previous = leaves.Count == 0 ? null : leaves[^1] }).ToBytes();
            if (content.Sequence == 1) entry1 = leaf;
            leaves.Add(MerkleHash.Leaf(leaf));
            journal.Append(Encoding.UTF8.GetString(JournalLines.Entry(leaf)));
        }

        var node = MerkleHash.Node(leaves[0], leaves[1]);
        var root = MerkleHash.Node(node, leaves[2]);
        var note = signer.Sign(new Checkpoint(Origin, 3, root).ToText());
        journal.Append(Encoding.UTF8.GetString(JournalLines.Checkpoint(note)));
        var stored = new StoredTree(leaves);
        var inclusion = new InclusionProofFile(1, stored.Resolve(ProofPlan.Inclusion(1, 3)), note, entry1);
        var consistency = new ConsistencyProofFile(2, stored.Resolve(ProofPlan.Consistency(2, 3)), note);
        var hashes = string.Join('\n', leaves.Append(node).Append(root).Select(hash => hash.ToBase64()));
        return [signer.Key.ToString(), journal.ToString().TrimEnd('\n'), hashes, note.TrimEnd('\n'), inclusion.ToText().TrimEnd('\n'), consistency.ToText().TrimEnd('\n')];
    }

    private static string Readme()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Dashboard.sln"))) folder = folder.Parent!;
        return File.ReadAllText(Path.Combine(folder.FullName, "src", "Dashboard.Ledger", "README.md"));
    }

    private static List<string> Blocks(string text) =>
        [.. text[text.IndexOf("## Example", StringComparison.Ordinal)..].Split("```\n").Where((_, i) => i % 2 == 1).Select(block => block.TrimEnd('\n'))];
}
