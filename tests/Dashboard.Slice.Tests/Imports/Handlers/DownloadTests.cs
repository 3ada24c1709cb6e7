using System.Text;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Features.Imports;
using Dashboard.Web.Features.Imports.Review;

namespace Dashboard.Slice.Tests.Imports.Handlers;

public sealed class DownloadTests : ImportHandlerTest
{
    [Fact]
    public async Task Rejections_AsCsv_ContainEveryRow()
    {
        var id = await PreviewedAsync(ImportBench.Header + string.Concat(Enumerable.Range(1, 1200).Select(n => $"x{n},urn:dataset:a,Company,XX,va,replica,1,,,,\n")));
        var lines = (await CsvAsync(id)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(1201, lines.Length);
        Assert.Equal("file,line,column,value,reason", lines[0].TrimStart('\uFEFF'));
        Assert.StartsWith("file.csv,2,country,XX,", lines[1]);
        Assert.StartsWith("file.csv,1201,country,XX,", lines[^1]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1)")]
    [InlineData("-2+3")]
    public async Task Rejections_AsCsv_EscapeFormulas(string value)
    {
        var id = await PreviewedAsync(ImportBench.Header + $"x,urn:dataset:a,Company,US,va,replica,{value},,,,\n");
        var line = (await CsvAsync(id)).Split("\r\n")[1];

        Assert.Contains($"\"'{value}\"", line);
    }

    [Fact]
    public async Task Rejections_AsCsv_QuoteWhatWouldBreakTheTable()
    {
        var id = await PreviewedAsync(ImportBench.Header + "x,urn:dataset:a,Company,US,va,\"a,\"\"b\"\"\",1,,,,\n");

        Assert.Contains(",\"a,\"\"b\"\"\",", await CsvAsync(id));
    }

    [Fact]
    public async Task Rejections_ForAnAdministrator_AreRefused() =>
        Assert.IsType<NotPermitted>((await new ExportRejections(Database, As(Roles.Administrator), Clock).HandleAsync(1, Token)).Refusal);

    [Fact]
    public async Task Rejections_OfAMissingImport_AreRefused() =>
        Assert.IsType<ImportNotFound>((await new ExportRejections(Database, As(Roles.Auditor), Clock).HandleAsync(999, Token)).Refusal);

    [Fact]
    public async Task File_IsIdenticalToTheUpload()
    {
        var id = await PreviewedAsync(TwoCopies);
        var opened = await Open(Roles.Auditor).HandleAsync(new(id, 1), Token);
        using var reader = new StreamReader(opened.Value.Content, Encoding.UTF8);

        Assert.Equal("file.csv", opened.Value.Name);
        Assert.Equal(TwoCopies, await reader.ReadToEndAsync(Token));
    }

    [Fact]
    public async Task File_ForASteward_IsRefused_BecauseItListsEverySystem()
    {
        var id = await PreviewedAsync(TwoCopies);

        Assert.IsType<WholeFileHidden>((await Open(Roles.DataSteward).HandleAsync(new(id, 1), Token)).Refusal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task File_ThatTheImportDoesNotHave_IsRefused(int number)
    {
        var id = await PreviewedAsync(TwoCopies);

        Assert.IsType<ImportNotFound>((await Open(Roles.Auditor).HandleAsync(new(id, number), Token)).Refusal);
    }

    [Fact]
    public async Task File_RemovedFromTheStore_IsReportedMissing()
    {
        var id = await PreviewedAsync(TwoCopies);
        Directory.Delete(Assert.Single(StoredFolders), recursive: true);

        Assert.IsType<StoredFileMissing>((await Open(Roles.Auditor).HandleAsync(new(id, 1), Token)).Refusal);
    }

    [Fact]
    public async Task Rejections_AreRecordedBeforeTheyAreHandedOut()
    {
        var id = await PreviewedAsync(ImportBench.Header + "x,urn:dataset:a,Company,XX,va,replica,1,,,,\ny,urn:dataset:a,Company,XX,va,replica,1,,,,\n");
        await CsvAsync(id);

        var entry = (await EntriesAsync())[^1];
        Assert.Equal((LedgerActions.RowsExported, "GovernanceLead", $"{id}"), (entry.Action, entry.Actor.Role, entry.Subject.Id));
        Assert.EndsWith($" exported the rejected rows of import {id} (2 rows) as CSV.", entry.Sentence);
        Assert.Equal(("2", "\"exact\"", "\"CSV\""), (entry.Detail("rows"), entry.Detail("rowsAre"), entry.Detail("format")));
        Assert.Equal([new LedgerSubject("source", $"{Source.Id}")], entry.Related);
    }

    [Fact]
    public async Task File_IsRecordedWithItsHashBeforeItIsHandedOut()
    {
        var id = await AppliedAsync(TwoCopies);
        await using var content = (await Open(Roles.Auditor).HandleAsync(new(id, 1), Token)).Value.Content;

        var entry = (await EntriesAsync())[^1];
        Assert.Equal((LedgerActions.RowsExported, "Auditor", $"{id}"), (entry.Action, entry.Actor.Role, entry.Subject.Id));
        Assert.Equal(("2", $"\"{(await FindAsync(id)).Files[0].Sha256}\""), (entry.Detail("rows"), entry.Detail("file", "sha256")));
    }

    [Fact]
    public async Task Downloads_ThatAreRefused_LeaveNoEntry()
    {
        var id = await PreviewedAsync(TwoCopies);
        await Open(Roles.DataSteward).HandleAsync(new(id, 1), Token);
        await Open(Roles.Auditor).HandleAsync(new(id, 9), Token);
        await new ExportRejections(Database, As(Roles.Administrator), Clock).HandleAsync(id, Token);
        Directory.Delete(Assert.Single(StoredFolders), recursive: true);
        await Open(Roles.Auditor).HandleAsync(new(id, 1), Token);

        Assert.Equal([LedgerActions.ImportReceived], (await EntriesAsync()).Select(entry => entry.Action));
    }

    [Fact]
    public async Task Downloads_ThatCannotBeRecorded_AreNotHandedOut()
    {
        var id = await PreviewedAsync(TwoCopies);
        await Database.BreakLedgerAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Open(Roles.Auditor).HandleAsync(new(id, 1), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => new ExportRejections(Database, As(Roles.Auditor), Clock).HandleAsync(id, Token));
    }

    private OpenImportFile Open(Roles roles) => new(Database, As(roles), Store, Acting.Programme, Clock);

    private async Task<string> CsvAsync(long importId)
    {
        var export = await new ExportRejections(Database, As(Roles.GovernanceLead), Clock).HandleAsync(importId, Token);
        using var body = new MemoryStream();
        await RejectionsCsv.WriteAsync(export.Value.Rows, body, Token);
        return Encoding.UTF8.GetString(body.ToArray());
    }
}
