namespace Dashboard.Ledger.Tests;

public sealed class SignedNoteTests
{
    // The example in the documentation of golang.org/x/mod/sumdb/note.
    private const string PeterNeumann = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private const string PeterNeumannNote = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

        """;

    // The response of https://sum.golang.org/latest on 2024-09-23, and the key that is built into cmd/go.
    private const string GoKey = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";

    private const string GoCheckpoint = """
        go.sum database tree
        30055305
        mXfgRcJ0bG0j3CPdKwgGWtUzBUbX67saZGRmFuJGGsM=

        — sum.golang.org Az3grpgEild5qw7+5dtV13Kf1C2Xurm8q4fhdxvcsDHnqNTaxL2AFjBY+2TyGKevucFcAAlWFJJYle3EJlDCrQ+y3A8=

        """;

    [Fact]
    public void Verify_TheExampleOfTheReferenceImplementation_IsAccepted()
    {
        var key = NoteKey.Parse(PeterNeumann);
        var note = SignedNote.Parse(PeterNeumannNote);
        Assert.Equal([key], note.Verify([NoteSigner.Generate("someone").Key, key]));
        Assert.Equal("If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n", note.Text);
        Assert.Equal(PeterNeumann, key.ToString());
        Assert.Equal(PeterNeumannNote, note.ToString());
    }

    [Fact]
    public void Verify_ACheckpointOfGosChecksumDatabase_IsAccepted()
    {
        var note = SignedNote.Parse(GoCheckpoint);
        note.Verify([NoteKey.Parse(GoKey)]);
        var checkpoint = Checkpoint.Parse(note.Text);
        Assert.Equal(("go.sum database tree", 30055305), (checkpoint.Origin, checkpoint.Size));
        Assert.Equal(note.Text, checkpoint.ToText());
    }

    [Fact]
    public void Verify_AChangedTextOrSignature_IsRefusedByTheKnownKey()
    {
        var key = NoteKey.Parse(PeterNeumann);
        foreach (var changed in new[] { PeterNeumannNote.Replace("answer", "question", StringComparison.Ordinal), PeterNeumannNote.Replace("/ZJk", "/ZJl", StringComparison.Ordinal) })
        {
            var refused = Assert.Throws<NoteSignatureException>(() => SignedNote.Parse(changed).Verify([key]));
            Assert.Equal(key, refused.Key);
            Assert.Contains("PeterNeumann (key c74f20a3) is invalid", refused.Message);
        }
    }

    [Fact]
    public void Verify_ByUnknownKeysOnly_IsRefused()
    {
        var refused = Assert.Throws<NoteSignatureException>(() => SignedNote.Parse(PeterNeumannNote).Verify([NoteSigner.Generate("PeterNeumann").Key]));
        Assert.Null(refused.Key);
        Assert.Contains("No known key signed this note", refused.Message);
    }

    [Fact]
    public void Verify_WithOneInvalidSignatureAmongValid_IsRefused()
    {
        var (good, bad) = (NoteSigner.Generate("good"), NoteSigner.Generate("bad"));
        var note = good.Sign("text\n");
        var other = bad.Sign("other\n");
        var mixed = note + other[(other.IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        Assert.Equal([good.Key], SignedNote.Parse(mixed).Verify([good.Key]));
        Assert.Throws<NoteSignatureException>(() => SignedNote.Parse(mixed).Verify([good.Key, bad.Key]));
    }

    [Fact]
    public void AddSignature_ByASecondKey_KeepsTheFirst()
    {
        var (first, second) = (NoteSigner.Generate("a.example"), NoteSigner.Generate("a.example"));
        var note = second.AddSignature(first.Sign("one\n\ntwo\n"));
        Assert.Equal([first.Key, second.Key], SignedNote.Parse(note).Verify([first.Key, second.Key]));
        Assert.Equal("one\n\ntwo\n", SignedNote.Parse(note).Text);
        Assert.Equal(note, second.AddSignature(note));
    }

    [Theory]
    [InlineData("", "no")]
    [InlineData("text\n", "there is none")]
    [InlineData("text\n\n", "no signature under")]
    [InlineData("text\n\n— a AAAAAAA=", "does not end with a line feed")]
    [InlineData("text\n\n- a AAAAAAA=\n", "em dash")]
    [InlineData("text\n\n— a\n", "separated by single spaces")]
    [InlineData("text\n\n—  AAAAAAA=\n", "separated by single spaces")]
    [InlineData("text\n\n— a+b AAAAAAA=\n", "separated by single spaces")]
    [InlineData("text\n\n— a AAAAAAA= \n", "separated by single spaces")]
    [InlineData("text\n\n— a AAAAAAA\n", "not base64")]
    [InlineData("text\n\n— a AAAAAA==\n", "not base64")]
    [InlineData("text\n\n— a AAAAAAB=\n", "not base64")]
    [InlineData("text\r\n\r\n— a AAAAAAA=\r\n", "CR LF")]
    [InlineData("te\txt\n\n— a AAAAAAA=\n", "U+0009")]
    public void Parse_OfAnythingElse_SaysWhy(string note, string words) => Assert.Contains(words, Assert.Throws<NoteFormatException>(() => SignedNote.Parse(note)).Message);

    [Fact]
    public void Parse_OfHalfACharacter_SaysSo() =>
        Assert.Contains("lone surrogate", Assert.Throws<NoteFormatException>(() => SignedNote.Parse("te\ud800xt\n\n— a AAAAAAA=\n")).Message);

    [Fact]
    public void Parse_OfSixteenSignatures_IsAccepted()
    {
        var note = NoteSigner.Generate("a").Sign("text\n");
        for (var i = 1; i < 16; i++) note = NoteSigner.Generate("a").AddSignature(note);
        Assert.Equal(16, SignedNote.Parse(note).Signatures.Count);
    }

    [Theory]
    [InlineData("a\n1\n", "three lines")]
    [InlineData("\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "origin, is empty")]
    [InlineData("a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "without leading zeros")]
    [InlineData("a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "decimal digits")]
    [InlineData("a\n99999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "decimal digits")]
    [InlineData("a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuF=\n", "root hash")]
    [InlineData("a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\nx\n", "must not be empty")]
    public void Checkpoint_Invalid_SaysWhy(string text, string words) => Assert.Contains(words, Assert.Throws<NoteFormatException>(() => Checkpoint.Parse(text)).Message);

    [Fact]
    public void Checkpoint_WithFurtherLines_KeepsThem()
    {
        const string text = "a b+c\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\none\ntwo\n";
        Assert.Equal(text, Checkpoint.Parse(text).ToText());
        Assert.Equal("one\ntwo\n", Checkpoint.Parse(text).Extension);
        Assert.Throws<NoteFormatException>(() => new Checkpoint("a\nb", 0, MerkleHash.Empty).ToText());
    }
}
