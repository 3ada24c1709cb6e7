using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Features.Deletions.Certificates;
using Dashboard.Web.Features.Ledger.Signing;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Deletions;

/// <summary>The certificate of a verified batch, as issued and read back.</summary>
public sealed class CertificateTests : ExecutionProgramme
{
    private string Kept => Path.Combine(Folder, "checkpoint.txt");

    [Fact]
    public async Task Issue_BeforeTheBatchIsVerified_IsRefused()
    {
        var id = await ReleasedAsync();

        Assert.Equal(new NotVerified(BatchState.Approved), (await IssueAsync(id, Lead)).Refusal);
        Assert.IsType<NotFound>((await OpenAsync(id, CertificateFile.Pdf, Lead)).Refusal);
    }

    [Fact]
    public async Task Issue_RecordsWhoDecidedWhatWasDoneAndTheProof()
    {
        var id = await VerifiedAsync();

        Assert.Null((await IssueAsync(id, OtherLead)).Refusal);

        var batch = await BatchAsync(id);
        var document = CertificateJson.Read(await BytesAsync(id, CertificateFile.Json));
        Assert.Equal((batch.ManifestHash, 3L, 1050L), (document.Batch.ManifestSha256, document.Batch.Copies, document.Batch.Bytes));
        Assert.Equal(["Ruth", "Ana"], document.Approvals.Select(approval => approval.Name));
        Assert.Equal(2, document.Places.Count);
        Assert.Equal(3, Assert.Single(document.Inventories).Copies);
        var note = SignedNote.Parse(document.Ledger.Checkpoint);
        Assert.Single(note.Verify([Keys.Signer.Key]));
        await using var context = Database.CreateDbContext();
        var proof = await context.LedgerEntries.SingleAsync(entry => entry.Action == LedgerActions.BatchProofChanged, Token);
        Assert.True(proof.Sequence < document.Ledger.Size);
        Assert.Contains(document.Ledger.Entries, entry => entry.Sequence == proof.Sequence);
        var issued = await context.LedgerEntries.SingleAsync(entry => entry.Action == LedgerActions.BatchCertificateIssued, Token);
        Assert.Contains(CertificateJson.Sha256(await BytesAsync(id, CertificateFile.Json)), System.Text.Encoding.UTF8.GetString(issued.Content));
    }

    [Fact]
    public async Task Annex_HasEachCopyWithItsReport_AndIsUnchangedAfterARename()
    {
        var id = await VerifiedAsync();
        await IssueAsync(id, Lead);
        await using (var context = Database.CreateDbContext())
            await context.Datasets.ExecuteUpdateAsync(set => set.SetProperty(dataset => dataset.Name, "Renamed"), Token);

        await using var annex = (await OpenAsync(id, CertificateFile.Annex, Lead)).Value.Content;
        var items = await AnnexFile.ReadAsync(annex, Token).ToListAsync(Token);

        Assert.Equal(["Chat", "Mail", "Video"], items.Select(item => item.Dataset));
        Assert.All(items, item => Assert.Equal(("Wei Ling", "shredder", "https://evidence.example/1"), (item.PerformedBy, item.Tool, item.EvidenceLink)));
        Assert.Equal("%PDF"u8.ToArray(), (await BytesAsync(id, CertificateFile.Pdf))[..4]);
    }

    [Fact]
    public async Task Issue_Twice_IsRefused()
    {
        var id = await VerifiedAsync();
        await IssueAsync(id, Lead);

        Assert.IsType<CertificateIssuedAlready>((await IssueAsync(id, Lead)).Refusal);
    }

    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.DataSteward)]
    public async Task Certificate_ForRolesThatMayNotSeeDeletions_IsRefused(Roles roles)
    {
        var id = await VerifiedAsync();
        await IssueAsync(id, Lead);
        var member = Programme.Member(roles);

        Assert.IsType<NotPermitted>((await IssueAsync(id, member)).Refusal);
        Assert.IsType<NotPermitted>((await OpenAsync(id, CertificateFile.Json, member)).Refusal);
    }

    private async Task<long> VerifiedAsync()
    {
        var id = await ReleasedAsync();
        foreach (var (executor, numbers) in new[] { (Singapore, new long[] { 1, 2 }), (Virginia, [3]) })
        {
            var order = await OrderIdAsync(executor);
            await FetchAsync(executor, order);
            Assert.Null((await ReportAsync(executor, order, $"r-{order}", numbers)).Refusal);
        }

        Clock.Now = Clock.Now.AddHours(1);
        await ImportAsync();
        Assert.Equal(BatchState.Verified, (await BatchAsync(id)).State);
        return id;
    }

    private Task<Result> IssueAsync(long id, Member by) => new IssueCertificate(
        Decisions(by), new LedgerSigner(Database, Keys, new KeptCheckpoint(Kept), Notices, Clock), Keys, Acting.Programme, As(by)).HandleAsync(id, Token);

    private Task<Result<OpenedCertificate>> OpenAsync(long id, CertificateFile file, Member by) => new OpenCertificate(Database, As(by)).HandleAsync(id, file, Token);

    private async Task<byte[]> BytesAsync(long id, CertificateFile file)
    {
        await using var content = (await OpenAsync(id, file, Lead)).Value.Content;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, Token);
        return bytes.ToArray();
    }
}
