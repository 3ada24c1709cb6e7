using Dashboard.Pdf;

namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>The record in the ledger, and how anyone can verify the certificate without the dashboard.</summary>
internal static class VerificationPart
{
    public static void Write(DocumentWriter writer, CertificateDocument document, string sha256)
    {
        Ledger(writer, document.Ledger);
        Steps(writer, document, sha256);
        Correspondence(writer);
    }

    private static void Ledger(DocumentWriter writer, CertificateLedger ledger)
    {
        writer.Section("Record in the ledger");
        writer.Paragraph(
            "Every decision, report and import behind this certificate is an entry of an append-only Merkle log (RFC 6962). "
            + "This checkpoint, signed with Ed25519, covers all of them.");
        writer.Facts(("Ledger", ledger.Origin), ("Entries", $"{ledger.Size:N0}"), ("Key ID", ledger.KeyId));
        writer.CodeFacts(("Root hash", ledger.RootHash), ("Public key", ledger.Key));
        writer.Space(6);
        writer.Paragraph("The signed checkpoint, line by line:", TextStyle.Label);
        writer.Preformatted(ledger.Checkpoint);
        if (ledger.Entries.Count == 0)
            return;
        var table = writer.Table(new("Entry", 0.14f, IsNumber: true), new("What it records", 0.86f));
        foreach (var entry in ledger.Entries)
            table.Row(TableCell.Text($"{entry.Sequence:N0}"), TableCell.Text(entry.What));
    }

    private static void Steps(DocumentWriter writer, CertificateDocument document, string sha256)
    {
        var ledger = document.Ledger;
        writer.Section("How to verify this certificate");
        writer.Paragraph(
            "You need the files named here, sha256sum (part of every Linux system; shasum -a 256 elsewhere) and ledger-check, a small program that "
            + "needs neither the dashboard nor its database. Get the public key from someone you trust, not only from this page.");

        Step(writer, 1, "This certificate. The PDF shows the content of the JSON file. The command must print the SHA-256 at the foot of every page:");
        writer.Preformatted($"sha256sum {CertificateFiles.Json(document.Number)}\n{sha256}");
        Step(writer, 2, $"The annex, {CertificateText.Count(document.Annex.Copies, "line", "lines")}, {Controls.Marks.ByteText.Exact(document.Annex.Length)}. The command must print:");
        writer.Preformatted($"sha256sum {CertificateFiles.Annex(document.Number)}\n{document.Annex.Sha256}");
        Step(writer, 3, "The manifest that the reviewers approved. The command must print:");
        writer.Preformatted($"sha256sum {CertificateFiles.Manifest(document.Batch.Id)}\n{document.Batch.ManifestSha256}");
        Step(writer, 4, "The ledger. Extract the signed checkpoint from the JSON file (or copy it from above, with a line feed after each line), export the journal "
            + "on the Ledger page, and let ledger-check verify every entry, checkpoint and signature. It must end with exit code 0.");
        writer.Preformatted($"jq -j .ledger.checkpoint {CertificateFiles.Json(document.Number)} > checkpoint.txt\nledger-check journal ledger.ndjson --key '{ledger.Key}' --earlier checkpoint.txt");
        Step(writer, 5, "A single entry, without the journal. Download its proof on the entry's page. The entry that records the issue of this certificate "
            + "contains the SHA-256 of step 1.");
        writer.Preformatted($"ledger-check entry entry.tlog-proof --key '{ledger.Key}'");
        Step(writer, 6, "The inventories. Ask the operator of each place for the file that was imported; sha256sum must print the hash under “Proof of absence”, "
            + "and no resource ID from the annex may appear in the file.");
    }

    private static void Step(DocumentWriter writer, int number, string text)
    {
        writer.EnsureRoom(50);
        writer.Paragraph($"({number}) {text}");
    }

    private static void Correspondence(DocumentWriter writer)
    {
        writer.Section("Correspondence with NIST SP 800-88 Rev. 1, appendix G");
        var table = writer.Table(new("Field of the sample certificate", 0.34f), new("Where to find it here", 0.66f));
        foreach (var (field, here) in Fields)
            table.Row(TableCell.Text(field), TableCell.Text(here));
    }

    private static readonly (string Field, string Here)[] Fields =
    [
        ("Person performing sanitization", "annex: performed by, organisation and time, for each copy"),
        ("Make and vendor, model", "operator and region of the place"),
        ("Serial number, media property number", "annex: resource ID, as the source names the copy"),
        ("Media type", "annex: role of the copy"),
        ("Source (system or user)", "annex: dataset, URN and source"),
        ("Classification", "annex: classification of the dataset"),
        ("Data backed up, backup location", "annex: the equal copy inside the boundary"),
        ("Method type and method used", "annex: method, technique, and the key ID for cryptographic erase"),
        ("Tool used, with version", "annex: tool"),
        ("Verification method", "“Proof of absence”: a complete inventory, so every copy and not a sample"),
        ("Post-sanitization classification, media destination", "not applicable: the media stay with the operator of the place"),
        ("Validation and signatures", "“Who decided”, each person re-authenticated, and the signed checkpoint of the ledger"),
    ];
}
