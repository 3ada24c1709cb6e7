using Dashboard.Pdf.Tests;
using Dashboard.Web.Features.Deletions.Certificates;
using Dashboard.Web.Features.Deletions.Certificates.Pdf;

namespace Dashboard.Component.Tests.Deletions.Certificates;

public sealed class CertificatePdfTests
{
    [Fact]
    public async Task Certificate_SaysWhatTheDocumentSays()
    {
        var sample = await CertificateSample.OfAsync(7);
        var (document, batch) = (sample.Document, sample.Document.Batch);

        using var read = await CertificateReading.OfAsync(sample);

        string[] facts =
        [
            "No. US-2026-0042 · issued 2026-11-20 14:05:09 UTC",
            "certifies that 7 copies of data, 8.64 TB (8,641,975,230,889 bytes) in total, were ordered destroyed on the decision of 2 independent reviewers and reported sanitized",
            document.Issuer.Programme, document.Issuer.Organisation!, document.Issuer.OversightUnit!,
            $"{batch.Name} (batch 318)", batch.Reason, "Purge: physical or logical techniques", batch.Technique, batch.ManifestSha256,
            "Proposed byDana Whitfield, Pivot Programme", "2026-11-03 14:05:09 UTC to 2026-11-06 14:05:09 UTC",
            .. document.Approvals.SelectMany(approval => (string[])[approval.Name, CertificateText.Time(approval.At), CertificateText.Time(approval.ReauthenticatedAt)]),
            .. document.Places.Select(place => place.Name),
            .. document.Inventories.Select(inventory => inventory.FileSha256),
            .. document.Omissions.Select(omission => omission.Reason),
            document.Ledger.Origin, document.Ledger.RootHash, document.Ledger.Key, document.Ledger.KeyId, document.Ledger.Checkpoint,
            document.Annex.Sha256,
            "ledger-check journal ledger.ndjson --key", "--earlier checkpoint.txt", "ledger-check entry entry.tlog-proof --key",
            "sha256sum certificate-US-2026-0042.json", "sha256sum certificate-US-2026-0042-annex.ndjson", "sha256sum manifest-318.ndjson",
        ];
        Assert.All(facts, fact => Assert.Contains(PdfReading.WithoutWhiteSpace(fact), read.Text));
    }

    [Fact]
    public async Task EveryPage_HasItsNumberAndTheHashOfTheJson()
    {
        var sample = await CertificateSample.OfAsync(60);
        var sha256 = CertificateJson.Sha256(CertificateJson.Write(sample.Document));

        using var read = await CertificateReading.OfAsync(sample);

        Assert.Equal(read.Pages, read.Pdf.NumberOfPages);
        Assert.True(read.Pages > 8);
        Assert.All(read.EveryPage, page => Assert.Equal(
            $"CertificateUS-2026-0042·page{page.Number}of{read.Pages}SHA-256{sha256}", PdfReading.FooterOf(page)));
    }

    [Fact]
    public async Task Annex_HasEveryItemOnceWithAllItsFields()
    {
        var sample = await CertificateSample.OfAsync(200);

        using var read = await CertificateReading.OfAsync(sample);

        var annex = read.Annex();
        foreach (var item in sample.Items)
        {
            Assert.Equal(2, annex.Split(item.ResourceId).Length);
            string[] facts =
            [
                item.Dataset, item.DatasetUrn, item.Source, item.Role, item.Classification!, $"{item.Bytes:N0} bytes", CertificateText.Records(item.Records),
                item.Fingerprint!, item.EqualCopy!, item.KeyId!, "erasectl 4.2.1", CertificateText.Time(item.PerformedAt), item.EvidenceLink!, item.EvidenceSha256!,
            ];
            Assert.All(facts, fact => Assert.Contains(PdfReading.WithoutWhiteSpace(fact), annex));
        }
    }

    [Fact]
    public async Task MissingValues_AreNamed()
    {
        var sample = await CertificateSample.OfAsync(
            1,
            item => item with
            {
                Classification = null, Records = null, Fingerprint = null, EqualCopy = null, KeyId = null, Tool = null, ToolVersion = null,
                PerformedBy = null, PerformedByOrganisation = null, PerformedAt = null, EvidenceLink = null, EvidenceSha256 = null,
            },
            document => document with
            {
                Issuer = document.Issuer with { Organisation = null, OversightUnit = null },
                Batch = document.Batch with { Records = null },
                Omissions = [],
            });

        using var read = await CertificateReading.OfAsync(sample);

        string[] statements =
        [
            "Organisation not given", "Oversight unit not given", "Records before sanitization not given", "classification not given",
            "records not given", "Fingerprint not given", "Equal copy inside not given", "Tool not given; key ID not given",
            "not given by a person not given, organisation not given", "Evidence not given",
            "Every item of the batch is certified: none was excluded, and none was moved to another batch.",
        ];
        Assert.All(statements, statement => Assert.Contains(PdfReading.WithoutWhiteSpace(statement), read.Text));
    }

    [Fact]
    public async Task Properties_ComeFromTheDocument()
    {
        using var read = await CertificateReading.OfAsync(await CertificateSample.OfAsync(1));

        Assert.Equal("Certificate of sanitization US-2026-0042", read.Pdf.Information.Title);
        Assert.Equal("Example Video Inc.", read.Pdf.Information.Author);
        Assert.Equal("D:20261120140509", read.Pdf.Information.CreationDate?[..16]);
        Assert.Equal("en-GB", read.Pdf.Structure.Catalog.CatalogDictionary.Data["Lang"].ToString()?.Trim('(', ')'));
        Assert.All(read.EveryPage, page => Assert.Equal((595, 842), ((int)Math.Round(page.Width), (int)Math.Round(page.Height))));
    }

    [Fact]
    public async Task SameDocument_GivesTheSameBytes()
    {
        var sample = await CertificateSample.OfAsync(30);

        using var first = await CertificateReading.OfAsync(sample);
        using var second = await CertificateReading.OfAsync(sample);

        Assert.Equal(first.Bytes, second.Bytes);
    }

    [Fact]
    public async Task ItemsThatDifferFromTheDocument_AreRefused()
    {
        var sample = await CertificateSample.OfAsync(3, document: document => document with { Annex = document.Annex with { Copies = 4 } });

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => CertificateReading.OfAsync(sample));

        Assert.Contains("names an annex of 4 copies", refused.Message);
    }

    [Theory]
    [InlineData("P9", "V1", "the place \"P9\"")]
    [InlineData("P1", "V9", "the inventory \"V9\"")]
    public async Task ItemWithAnUnknownReference_IsRefused(string place, string inventory, string named)
    {
        var sample = await CertificateSample.OfAsync(1, item => item with { Place = place, VerifiedBy = inventory });

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => CertificateReading.OfAsync(sample));

        Assert.Contains(named, refused.Message);
    }

    [Fact]
    public async Task HostileText_InEveryField_IsPrintedCompletelyInsideTheMargins()
    {
        var text = string.Join(' ', HostileTexts.All.Select(pair => pair.Text));
        var sample = await CertificateSample.OfAsync(
            3,
            item => item with { Dataset = text, DatasetUrn = text, ResourceId = text, Source = text, Role = text, Technique = text, Tool = text, EvidenceLink = text, KeyId = text },
            document => document with
            {
                Number = text,
                Issuer = new(text, text, text, "US"),
                Batch = document.Batch with { Name = text, Reason = text, InsideReason = text, Method = text, Technique = text, Id = text },
                Places = [.. document.Places.Select(place => place with { Name = text, Region = text, Operator = text, Country = text })],
                Approvals = [new(text, text, document.IssuedAt, document.IssuedAt, HostileTexts.LongWord)],
                Omissions = [new(text, text, 1, 1)],
                Ledger = document.Ledger with { Origin = text, Key = text, Checkpoint = text, Entries = [new(1, text)] },
            });

        using var read = await CertificateReading.OfAsync(sample);

        var copies = read.CopyColumn();
        Assert.Equal(read.Pages, read.Pdf.NumberOfPages);
        read.AssertInsideMargins();
        Assert.All(HostileTexts.All, pair => Assert.Contains(PdfReading.WithoutWhiteSpace(pair.Printed), copies));
        Assert.All(read.EveryPage, page => Assert.Contains($"…·page{page.Number}of{read.Pages}SHA-256", PdfReading.FooterOf(page)));
    }
}
