namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>The checkpoint of the ledger that covers every decision and report behind the certificate.</summary>
/// <param name="Origin">The ledger's name.</param>
/// <param name="Size">Entries that the checkpoint vouches for.</param>
/// <param name="RootHash">Base64 of the Merkle root.</param>
/// <param name="Checkpoint">The whole signed note, line feeds included.</param>
/// <param name="Key">The public key (vkey) that signed it.</param>
/// <param name="KeyId">Eight hexadecimal digits that find the key and prove nothing.</param>
/// <param name="Entries">The entries that tell the batch's story, oldest first.</param>
internal sealed record CertificateLedger(
    string Origin, long Size, string RootHash, string Checkpoint, string Key, string KeyId, IReadOnlyList<CertificateEntry> Entries);
