namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>The checkpoint of the ledger that covers every decision and report behind the certificate.</summary>
/// <param name="Origin">The ledger's name.</param>
/// <param name="Size">Number of entries that the checkpoint covers.</param>
/// <param name="RootHash">Base64 of the Merkle root.</param>
/// <param name="Checkpoint">The whole signed note, including line feeds.</param>
/// <param name="Key">The public key (vkey) that signed it.</param>
/// <param name="KeyId">Eight hexadecimal digits that help find the key; they prove nothing.</param>
/// <param name="Entries">The entries about the batch, oldest first.</param>
internal sealed record CertificateLedger(
    string Origin, long Size, string RootHash, string Checkpoint, string Key, string KeyId, IReadOnlyList<CertificateEntry> Entries);
