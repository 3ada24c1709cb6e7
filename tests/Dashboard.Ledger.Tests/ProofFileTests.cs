using System.Text;

namespace Dashboard.Ledger.Tests;

public sealed class ProofFileTests
{
    private readonly TestLedger ledger = TestLedger.Of(57);

    [Fact]
    public void Inclusion_WrittenAndRead_ProvesTheEntry()
    {
        var (file, checkpoint) = Inclusion(ledger, 33);
        var read = InclusionProofFile.Parse(file.ToText());
        Assert.Equal(file.ToText(), read.ToText());
        Assert.True(read.Proves(read.Entry, checkpoint));
        Assert.False(read.Proves([.. read.Entry!, 0], checkpoint));
        Assert.False((read with { Index = 34 }).Proves(read.Entry, checkpoint));
        var bare = file with { Entry = null };
        Assert.Null(InclusionProofFile.Parse(bare.ToText()).Entry);
    }

    [Fact]
    public void Inclusion_InTheFormOfTheSpecification_IsRead()
    {
        const string text = """
            c2sp.org/tlog-proof@v1
            extra AAEC
            index 0

            example.com/fancylog
            1
            47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=

            — example.com/fancylog AAAAAAA=

            """;
        var read = InclusionProofFile.Parse(text);
        Assert.Equal((0, 0), (read.Index, read.Path.Count));
        Assert.Equal([0, 1, 2], read.Entry);
        Assert.Equal(text, read.ToText());
    }

    [Theory]
    [InlineData("", "no empty line")]
    [InlineData("c2sp.org/tlog-proof@v2\nindex 0\n\nx", "first line")]
    [InlineData("c2sp.org/tlog-proof@v1\n\nx", "has no line \"index\"")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 01\n\nx", "has no line \"index\"")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra x\nindex 1\n\nx", "\"extra\"")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 1\nAAAA\n\nx", "not the base64 of a hash")]
    [InlineData("c2sp.org/tlog-proof@v1\r\nindex 1\r\n\r\nx", "CR LF")]
    public void Inclusion_Invalid_SaysWhy(string text, string words) => Assert.Contains(words, Assert.Throws<NoteFormatException>(() => InclusionProofFile.Parse(text)).Message);

    [Fact]
    public void Consistency_WrittenAndRead_ProvesTheGrowth()
    {
        var older = Checkpoint.Parse(SignedNote.Parse(ledger.Checkpoint(isWritten: false)).Text);
        ledger.Grow(100);
        var file = Consistency(ledger, 57);
        var newer = Checkpoint.Parse(SignedNote.Parse(file.CheckpointNote).Text);
        var read = ConsistencyProofFile.Parse(file.ToText());
        Assert.Equal(file.ToText(), read.ToText());
        Assert.True(read.Proves(older, newer));
        Assert.False(read.Proves(older with { Root = MerkleHash.Empty }, newer));
        Assert.False(read.Proves(older with { Size = 56 }, newer));
    }

    [Theory]
    [InlineData("old\n\nx", "first line")]
    [InlineData("old 1\nAAAA\n\nx", "not the base64 of a hash")]
    [InlineData("old 1", "no empty line")]
    public void Consistency_Invalid_SaysWhy(string text, string words) => Assert.Contains(words, Assert.Throws<NoteFormatException>(() => ConsistencyProofFile.Parse(text)).Message);

    [Fact]
    public void Consistency_WithTooManyHashes_IsRefused() =>
        Assert.Contains("more than 63", Assert.Throws<NoteFormatException>(() => ConsistencyProofFile.Parse(new ConsistencyProofFile(1, new MerkleHash[64], "x").ToText())).Message);

    internal static (InclusionProofFile File, Checkpoint Checkpoint) Inclusion(TestLedger ledger, int index)
    {
        var note = ledger.Checkpoint(isWritten: false);
        var path = new StoredTree(ledger.Leaves).Resolve(ProofPlan.Inclusion(index, ledger.Size));
        var entry = Encoding.UTF8.GetBytes(ledger.Lines.Where(line => line[0] == '{').ElementAt(index));
        return (new(index, path, note, entry), Checkpoint.Parse(SignedNote.Parse(note).Text));
    }

    internal static ConsistencyProofFile Consistency(TestLedger ledger, int older) =>
        new(older, new StoredTree(ledger.Leaves).Resolve(ProofPlan.Consistency(older, ledger.Size)), ledger.Checkpoint(isWritten: false));
}
