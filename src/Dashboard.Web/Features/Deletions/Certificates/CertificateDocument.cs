namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>
/// A certificate of sanitization: what was destroyed, how, who decided it, and what proves it. Its fields follow the sample certificate in
/// NIST SP 800-88 Rev. 1, appendix G. A cloud copy's place and resource id replace the make, model and serial number of hardware.
/// </summary>
/// <remarks>
/// Two files belong together: this document as canonical JSON (<see cref="CertificateJson"/>), whose SHA-256 is printed on every page of the
/// PDF, and the annex with one line for each copy (<see cref="AnnexFile"/>), whose SHA-256 is in <see cref="Annex"/>. The document stays
/// small regardless of how many copies a batch has. Optional values are null if they were not given; the PDF then says "not given".
/// </remarks>
internal sealed record CertificateDocument
{
    /// <summary>The only form so far.</summary>
    public const string Form1 = "certificate-of-sanitization/1";

    /// <summary>The form of the document, which determines its fields: <see cref="Form1"/>.</summary>
    public string Form { get; init; } = Form1;

    /// <summary>The certificate's own number, unique in this installation.</summary>
    public required string Number { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required CertificateIssuer Issuer { get; init; }

    public required CertificateBatch Batch { get; init; }

    /// <summary>Where the destroyed copies were. The annex refers to these places.</summary>
    public required IReadOnlyList<CertificatePlace> Places { get; init; }

    public required CertificateProposal Proposal { get; init; }

    public required IReadOnlyList<CertificateApproval> Approvals { get; init; }

    /// <summary>The period during which any lead or reviewer could have stopped the batch.</summary>
    public required CertificateCoolingOff CoolingOff { get; init; }

    /// <summary>The complete inventories that no longer list the copies. The annex refers to them.</summary>
    public required IReadOnlyList<CertificateInventory> Inventories { get; init; }

    /// <summary>Items of the batch that are not certified, counted by reason.</summary>
    public required IReadOnlyList<CertificateOmission> Omissions { get; init; }

    public required CertificateLedger Ledger { get; init; }

    public required CertificateAnnex Annex { get; init; }
}
