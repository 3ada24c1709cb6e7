namespace Dashboard.Ledger.Tests;

public sealed class SignedNoteTests
{
    // The example of golang.org/x/mod/sumdb/note.
    private const string PeterNeumann = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private const string PeterNeumannNote = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

        """;

    [Fact]
    public void Verify_TheExampleOfTheReferenceImplementation_IsAccepted()
    {
        var key = NoteKey.Parse(PeterNeumann);
        var note = SignedNote.Parse(PeterNeumannNote);
        Assert.Equal([key], note.Verify([NoteSigner.Generate("somebody").Key, key]));
        Assert.Equal("If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n", note.Text);
        Assert.Equal(PeterNeumann, key.ToString());
        Assert.Equal(PeterNeumannNote, note.ToString());
    }
}
