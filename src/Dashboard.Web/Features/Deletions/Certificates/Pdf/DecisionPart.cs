using Dashboard.Pdf;

namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>Who decided, the proof that the copies are absent, and what is not certified.</summary>
internal static class DecisionPart
{
    public static void Write(DocumentWriter writer, CertificateDocument document)
    {
        Decisions(writer, document);
        Proof(writer, document);
        Omissions(writer, document);
    }

    private static void Decisions(DocumentWriter writer, CertificateDocument document)
    {
        var proposal = document.Proposal;
        writer.Section("Who decided");
        writer.Facts(
            ("Proposed by", CertificateText.Person(proposal.Name, proposal.Unit)),
            ("Submitted", CertificateText.Time(proposal.SubmittedAt)),
            ("Approvals needed", proposal.Quorum == 1 ? "1, by someone other than the proposer" : $"{proposal.Quorum}, by people other than the proposer and not all of one unit"),
            ("Cooling-off", $"{CertificateText.Time(document.CoolingOff.From)} to {CertificateText.Time(document.CoolingOff.Until)}; no one stopped the batch"));
        writer.CodeFacts(("Manifest approved, SHA-256", document.Batch.ManifestSha256));
        writer.Space(8);
        var table = writer.Table(
            new("Approved by", 0.2f), new("Unit", 0.18f), new("Approved", 0.14f), new("Re-authenticated", 0.17f), new("Manifest approved, SHA-256", 0.31f));
        foreach (var approval in document.Approvals)
        {
            table.Row(
                TableCell.Text(approval.Name),
                TableCell.Text(CertificateText.OrNotGiven(approval.Unit)),
                TableCell.Text(CertificateText.Time(approval.At)),
                TableCell.Text(CertificateText.Time(approval.ReauthenticatedAt)),
                TableCell.Code(approval.ManifestSha256));
        }

        if (document.Approvals.Count == 0)
            writer.Paragraph("No approval is on record.");
    }

    private static void Proof(DocumentWriter writer, CertificateDocument document)
    {
        writer.Section("Proof of absence");
        writer.Paragraph(
            "A deletion that an executor reports is not proof. A copy is certified when a complete inventory of the source that had listed it, "
            + "made after the report, no longer lists it.");
        var table = writer.Table(
            new("Proof", 0.08f), new("Source", 0.2f), new("Import", 0.1f), new("Inventory as of", 0.15f),
            new("File, SHA-256", 0.35f), new("Copies verified", 0.12f, IsNumber: true));
        foreach (var inventory in document.Inventories)
        {
            table.Row(
                TableCell.Text(inventory.Reference),
                TableCell.Text(inventory.Source),
                TableCell.Text(inventory.Import),
                TableCell.Text(CertificateText.Time(inventory.AsOf)),
                TableCell.Code(inventory.FileSha256),
                TableCell.Text($"{inventory.Copies:N0}"));
        }
    }

    private static void Omissions(DocumentWriter writer, CertificateDocument document)
    {
        writer.Section("What this certificate does not cover");
        if (document.Omissions.Count == 0)
        {
            writer.Paragraph("Every item of the batch is certified: none was excluded, and none was moved to another batch.");
            return;
        }

        writer.Paragraph("These items of the batch are not certified. Their copies may still exist.");
        var table = writer.Table(
            new("Outcome", 0.12f), new("Reason", 0.6f), new("Copies", 0.12f, IsNumber: true), new("Bytes", 0.16f, IsNumber: true));
        foreach (var omission in document.Omissions)
        {
            table.Row(
                TableCell.Text(omission.Outcome),
                TableCell.Text(omission.Reason),
                TableCell.Text($"{omission.Copies:N0}"),
                TableCell.Text(Controls.Marks.ByteText.Of(omission.Bytes)));
        }
    }
}
