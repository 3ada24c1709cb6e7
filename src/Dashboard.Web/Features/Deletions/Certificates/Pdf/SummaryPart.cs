using Dashboard.Pdf;

namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>The first page: the statement, the issuer, what was destroyed and how.</summary>
internal static class SummaryPart
{
    public static void Write(DocumentWriter writer, CertificateDocument document, string sha256)
    {
        Title(writer, document, sha256);
        Issuer(writer, document);
        Destroyed(writer, document);
        Method(writer, document.Batch);
    }

    private static void Title(DocumentWriter writer, CertificateDocument document, string sha256)
    {
        var batch = document.Batch;
        writer.Space(8);
        writer.Paragraph("Certificate of sanitization", TextStyle.Title);
        writer.Paragraph($"No. {document.Number} · issued {CertificateText.Time(document.IssuedAt)}", TextStyle.Strong);
        writer.Space(6);
        var (was, isListed) = batch.Copies == 1 ? ("was", "no longer lists it") : ("were", "no longer lists any of them");
        writer.Paragraph(
            $"{document.Issuer.Programme} certifies that {CertificateText.Copies(batch.Copies)} of data, {CertificateText.Bytes(batch.Bytes)} in total, {was} ordered destroyed on the "
            + $"decision of {CertificateText.Count(document.Approvals.Count, "independent reviewer", "independent reviewers")} and reported sanitized as described here, "
            + $"and that a later complete inventory of the same source {isListed}. The annex names every copy.");
        writer.Paragraph("The fields follow the sample certificate of NIST Special Publication 800-88 Revision 1, appendix G, adapted to copies in the cloud.");
        writer.Space(4);
        writer.CodeFacts(("SHA-256 of this certificate", sha256), ("SHA-256 of its annex", document.Annex.Sha256));
    }

    private static void Issuer(DocumentWriter writer, CertificateDocument document)
    {
        writer.Section("Issued by");
        writer.Facts(
            ("Programme", document.Issuer.Programme),
            ("Organisation", document.Issuer.Organisation),
            ("Oversight unit", document.Issuer.OversightUnit),
            ("Oversight country", document.Issuer.OversightCountry),
            ("Certificate number", document.Number),
            ("Issued", CertificateText.Time(document.IssuedAt)));
    }

    private static void Destroyed(DocumentWriter writer, CertificateDocument document)
    {
        var batch = document.Batch;
        writer.Section("What was destroyed");
        writer.Facts(
            ("Deletion batch", $"{batch.Name} (batch {batch.Id})"),
            ("Reason", batch.Reason),
            ("Copies inside the boundary", batch.InsideReason is { } inside ? $"redundant because: {inside}" : "none in this batch"),
            ("Copies certified", $"{CertificateText.Copies(batch.Copies)} of {CertificateText.Count(batch.Datasets, "dataset", "datasets")}"),
            ("Bytes before sanitization", CertificateText.Bytes(batch.Bytes)),
            ("Records before sanitization", batch.Records is { } records ? CertificateText.Count(records, "record", "records") : null));
        writer.Space(8);
        var table = writer.Table(
            new("Place", 0.08f), new("Location", 0.22f), new("Region", 0.16f), new("Operator", 0.18f), new("Country", 0.1f),
            new("Copies", 0.1f, IsNumber: true), new("Bytes", 0.16f, IsNumber: true));
        foreach (var place in document.Places)
        {
            table.Row(
                TableCell.Text(place.Reference),
                TableCell.Text(place.Name),
                TableCell.Text(CertificateText.OrNotGiven(place.Region)),
                TableCell.Text(place.Operator ?? "not known"),
                TableCell.Text(place.Country ?? "not known"),
                TableCell.Text($"{place.Copies:N0}"),
                TableCell.Text(Controls.Marks.ByteText.Of(place.Bytes)));
        }
    }

    private static void Method(DocumentWriter writer, CertificateBatch batch)
    {
        writer.Section("How it was sanitized");
        writer.Facts(
            ("Method", Definition(batch.Method) is { } definition ? $"{batch.Method}: {definition}" : batch.Method),
            ("Technique ordered", batch.Technique),
            ("Tool, version and operator", "for each copy in the annex, as the executor reported them"),
            ("Verification", "by absence, for every copy and not for a sample: see “Proof of absence”"));
    }

    /// <summary>Paraphrases NIST SP 800-88 Rev. 1, section 2.5.</summary>
    private static string? Definition(string method) => method switch
    {
        "Clear" => "logical techniques on all user-addressable storage protect against simple, non-invasive recovery.",
        "Purge" => "physical or logical techniques make recovery infeasible even with state-of-the-art laboratory techniques.",
        "Destroy" => "recovery is infeasible even with state-of-the-art laboratory techniques, and the media can no longer store data.",
        _ => null,
    };
}
