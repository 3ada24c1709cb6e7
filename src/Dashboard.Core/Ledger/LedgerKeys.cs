using Dashboard.Ledger;

namespace Dashboard.Core.Ledger;

/// <summary>What this installation signs its checkpoints with.</summary>
/// <param name="Origin">The name of the log, unique in the world: a host and a path, such as <c>dashboard.example.org/ledger</c>.</param>
/// <param name="Former">The key before, after a rotation: it signs too, so that who trusts it can trust the new one.</param>
public sealed record LedgerKeys(string Origin, NoteSigner Signer, NoteSigner? Former = null)
{
    public string Sign(Checkpoint checkpoint)
    {
        var note = Signer.Sign(checkpoint.ToText());
        return Former is null ? note : Former.AddSignature(note);
    }
}
