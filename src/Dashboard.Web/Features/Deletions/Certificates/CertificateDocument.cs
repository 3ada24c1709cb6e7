namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>
/// A certificate of sanitization: what was destroyed, how, on whose decision, and what proves it. Its fields are those of the sample
/// certificate in NIST SP 800-88 Rev. 1, appendix G, with a cloud copy's place and resource id where hardware has make, model and serial number.
/// </summary>
/// <remarks>
/// Two files belong together: this document as canonical JSON (<see cref="CertificateJson"/>), whose SHA-256 is printed on every page of the
/// PDF, and the annex with one line for each copy (<see cref="AnnexFile"/>), whose SHA-256 stands in <see cref="Annex"/>. So the document
/// stays small however many copies a batch has. Optional values are null when nobody gave them; the PDF then says "not given".
/// </remarks>
internal sealed record CertificateDocument
{
    /// <summary>The only form there is so far.</summary>
    public const string Form1 = "certificate-of-sanitization/1";

    /// <summary>Which fields to expect: <see cref="Form1"/>.</summary>
    public string Form { get; init; } = Form1;

    /// <summary>The certificate's own number, unique in this installation.</summary>
    public required string Number { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required CertificateIssuer Issuer { get; init; }

    public required CertificateBatch Batch { get; init; }

    /// <summary>Where the destroyed copies were, referred to by the annex.</summary>
    public required IReadOnlyList<CertificatePlace> Places { get; init; }

    public required CertificateProposal Proposal { get; init; }

    public required IReadOnlyList<CertificateApproval> Approvals { get; init; }

    /// <summary>The time in which any lead or reviewer could have stopped the batch.</summary>
    public required CertificateCoolingOff CoolingOff { get; init; }

    /// <summary>The complete inventories that no longer list the copies, referred to by the annex.</summary>
    public required IReadOnlyList<CertificateInventory> Inventories { get; init; }

    /// <summary>Items of the batch that this certificate does not certify, counted by reason.</summary>
    public required IReadOnlyList<CertificateOmission> Omissions { get; init; }

    public required CertificateLedger Ledger { get; init; }

    public required CertificateAnnex Annex { get; init; }
}
