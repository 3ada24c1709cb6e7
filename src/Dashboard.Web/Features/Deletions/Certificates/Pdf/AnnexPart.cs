using Dashboard.Pdf;

namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>The annex: every certified copy once, in the order of the manifest.</summary>
internal sealed class AnnexPart
{
    private readonly Table table;
    private readonly Dictionary<string, CertificatePlace> places;
    private readonly Dictionary<string, CertificateInventory> inventories;

    public AnnexPart(DocumentWriter writer, CertificateDocument document)
    {
        places = document.Places.ToDictionary(place => place.Reference, StringComparer.Ordinal);
        inventories = document.Inventories.ToDictionary(inventory => inventory.Reference, StringComparer.Ordinal);
        writer.NewPage();
        writer.Paragraph("Annex: every certified copy", TextStyle.SectionHeading);
        writer.Paragraph(
            $"{CertificateText.Copies(document.Annex.Copies)}, numbered as in the approved manifest. A missing number belongs to an item that is not certified. "
            + "P and V numbers refer to the tables of places and proofs.");
        writer.Space(2);
        table = writer.Table(new("No.", 0.08f), new("Copy before sanitization", 0.5f), new("Sanitization and proof", 0.42f));
    }

    /// <exception cref="InvalidDataException">The copy names a place or an inventory that the certificate does not have.</exception>
    public void Add(CertificateItem item)
    {
        if (!places.TryGetValue(item.Place, out var place))
            throw new InvalidDataException($"Copy {item.Number:N0} of the annex names the place \"{item.Place}\", which the certificate does not list.");
        if (!inventories.TryGetValue(item.VerifiedBy, out var inventory))
            throw new InvalidDataException($"Copy {item.Number:N0} of the annex names the inventory \"{item.VerifiedBy}\", which the certificate does not list.");

        table.Row(new(Strong($"{item.Number:N0}")), Before(item, place), Sanitization(item, inventory));
    }

    private static TableCell Before(CertificateItem item, CertificatePlace place) => new(
    [
        Strong(item.Dataset),
        Plain(item.DatasetUrn),
        Plain($"Resource {item.ResourceId}"),
        Plain($"Source {item.Source}; {place.Reference} {CertificateText.Place(place)}"),
        Plain($"{item.Role}, {item.Classification ?? "classification not given"}; {Controls.Marks.ByteText.Exact(item.Bytes)}; {CertificateText.Records(item.Records)}"),
        Plain($"Fingerprint {CertificateText.OrNotGiven(item.Fingerprint)}"),
    ]);

    private static TableCell Sanitization(CertificateItem item, CertificateInventory inventory) => new(
    [
        Strong($"{item.Method}, {item.Technique}"),
        Plain($"{CertificateText.Time(item.PerformedAt)} by {item.PerformedBy ?? "a person not given"}, {item.PerformedByOrganisation ?? "organisation not given"}"),
        Plain($"Tool {(item.Tool is { } tool ? $"{tool} {item.ToolVersion ?? "(version not given)"}" : CertificateText.NotGiven)}; key ID {CertificateText.OrNotGiven(item.KeyId)}"),
        Plain($"Evidence {Evidence(item)}"),
        Plain($"Equal copy inside {CertificateText.OrNotGiven(item.EqualCopy)}"),
        Plain($"Absent from {inventory.Reference} {inventory.Source}, {CertificateText.Time(inventory.AsOf)}"),
    ]);

    private static string Evidence(CertificateItem item) => (item.EvidenceLink, item.EvidenceSha256) switch
    {
        (null, null) => CertificateText.NotGiven,
        ({ } link, null) => $"{link}; SHA-256 not given",
        (null, { } hash) => $"SHA-256 {hash}",
        ({ } link, { } hash) => $"{link}; SHA-256 {hash}",
    };

    private static Paragraph Strong(string text) => new(text, TextStyle.SmallStrong);

    private static Paragraph Plain(string text) => new(text, TextStyle.Small);
}
