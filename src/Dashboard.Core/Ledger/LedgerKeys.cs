using Dashboard.Ledger;

namespace Dashboard.Core.Ledger;

/// <summary>The keys that this installation signs its checkpoints with.</summary>
/// <param name="Origin">The log's name, unique worldwide: a host and a path, such as <c>dashboard.example.org/ledger</c>.</param>
/// <param name="Former">The previous key, after a rotation. It also signs, so that anyone who trusts it can trust the new one.</param>
public sealed record LedgerKeys(string Origin, NoteSigner Signer, NoteSigner? Former = null)
{
    public string Sign(Checkpoint checkpoint)
    {
        var note = Signer.Sign(checkpoint.ToText());
        return Former is null ? note : Former.AddSignature(note);
    }
}
