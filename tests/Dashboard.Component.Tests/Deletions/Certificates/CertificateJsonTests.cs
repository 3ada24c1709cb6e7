using System.Text;
using Dashboard.Ledger;
using Dashboard.Web.Features.Deletions.Certificates;

namespace Dashboard.Component.Tests.Deletions.Certificates;

public sealed class CertificateJsonTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Document_RoundTripsInCanonicalBytes()
    {
        var sample = await CertificateSample.OfAsync(5);

        var json = CertificateJson.Write(sample.Document);
        var read = CertificateJson.Read(json);

        Assert.True(CanonicalJson.IsCanonical(json));
        Assert.Equal(json, CertificateJson.Write(read));
        Assert.Equal(sample.Document.Batch, read.Batch);
        Assert.Equal(sample.Document.Places, read.Places);
        Assert.Equal(sample.Document.Approvals, read.Approvals);
        Assert.Equal(sample.Document.Ledger.Entries, read.Ledger.Entries);
        Assert.Equal(sample.Document.Annex, read.Annex);
    }

    [Fact]
    public async Task Bytes_BeyondTheRangeOfJsonNumbers_AreKeptExactly()
    {
        var sample = await CertificateSample.OfAsync(1, item => item with { Bytes = long.MaxValue });

        var json = CertificateJson.Write(sample.Document);

        Assert.Contains("\"bytes\":\"9223372036854775807\"", Encoding.UTF8.GetString(json));
        Assert.Equal(long.MaxValue, CertificateJson.Read(json).Batch.Bytes);
    }

    [Fact]
    public async Task MissingValue_IsNull()
    {
        var sample = await CertificateSample.OfAsync(1);

        var json = CertificateJson.Write(sample.Document);

        Assert.Contains("\"insideReason\":null", Encoding.UTF8.GetString(json));
        Assert.Null(CertificateJson.Read(json).Batch.InsideReason);
    }

    [Fact]
    public async Task NonCanonicalBytesOrOtherFields_AreRefused()
    {
        var json = Encoding.UTF8.GetString(CertificateJson.Write((await CertificateSample.OfAsync(1)).Document));

        Assert.Contains("not canonical", Refusal(json + "\n"));
        Assert.Contains("not canonical", Refusal(json[..^1]));
        Assert.Contains("only \"certificate-of-sanitization/1\"", Refusal(json.Replace("certificate-of-sanitization/1", "certificate-of-sanitization/2")));
        Assert.Contains("lacks a field", Refusal(json.Replace("\"number\":", "\"numbers\":")));
        Assert.Contains("lacks a field", Refusal(json.Replace("2026-11-20T14:05:09.000Z", "2026-11-20")));
    }

    [Fact]
    public async Task Annex_RoundTripsLineByLine()
    {
        var sample = await CertificateSample.OfAsync(500);
        using var file = new MemoryStream();

        var annex = await AnnexFile.WriteAsync(CertificateSample.Each(sample.Items), file, Token);
        file.Position = 0;
        var read = await AnnexFile.ReadAsync(file, Token).ToListAsync(Token);

        Assert.Equal(new CertificateAnnex(500, file.Length, CertificateJson.Sha256(file.ToArray())), annex);
        Assert.Equal(sample.Document.Annex, annex);
        Assert.Equal(sample.Items, read);
    }

    [Fact]
    public async Task Annex_ThatWasCutOrChanged_NamesTheLine()
    {
        var sample = await CertificateSample.OfAsync(3);
        using var file = new MemoryStream();
        await AnnexFile.WriteAsync(CertificateSample.Each(sample.Items), file, Token);
        var bytes = file.ToArray();

        Assert.Contains("Line 3 of the annex does not end in a line feed", await AnnexRefusalAsync(bytes[..^1]));
        bytes[Array.IndexOf(bytes, (byte)'\n') + 1] = (byte)'[';
        Assert.Contains("Line 2 of the annex is not canonical", await AnnexRefusalAsync(bytes));
    }

    private static string Refusal(string json) =>
        Assert.Throws<InvalidDataException>(() => CertificateJson.Read(Encoding.UTF8.GetBytes(json))).Message;

    private static async Task<string> AnnexRefusalAsync(byte[] bytes) =>
        (await Assert.ThrowsAsync<InvalidDataException>(async () => await AnnexFile.ReadAsync(new MemoryStream(bytes), Token).CountAsync(Token))).Message;
}
