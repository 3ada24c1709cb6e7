using System.Data;
using System.Text;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Features.Inventory.Export;
using Dashboard.Web.Features.Inventory.List;
using Dashboard.Web.Features.Inventory.Query;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;

namespace Dashboard.Slice.Tests.Inventory;

public sealed class ExportCopiesTests : InventoryTest
{
    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Reviewer)]
    [InlineData(Roles.Administrator)]
    public async Task Handle_WithoutPermission_IsRefused(Roles roles) =>
        Assert.IsType<NotPermitted>((await new ExportCopies(Access(roles), Clock).HandleAsync(new(CopyFilter.None, CopySort.Default, []), Token)).Refusal);

    [Theory]
    [InlineData("")]
    [InlineData("sort=resource&role=Backup")]
    [InlineData("sort=-firstseen&columns=resource,country,records,owner,retain&position=Outside")]
    [InlineData("sort=bytes&text=chat")]
    public async Task Files_OfAFilter_EqualTheTable(string query)
    {
        var chat = Programme.Dataset("Chat, \"old\"\nand new");
        var mail = Programme.Dataset("Mail", owner: null);
        for (var number = 0; number < 130; number++)
        {
            Programme.Copy(
                number % 3 == 0 ? mail : chat, number % 2 == 0 ? Programme.Virginia : Programme.Ashburn, number % 4 == 0 ? CopyRole.Backup : CopyRole.Replica,
                bytes: number % 7, records: number % 5 == 0 ? null : number, resource: $"r/{number:000}", firstSeen: Noon.AddDays(-number % 6));
        }

        await Programme.SettleAsync(Token);
        var address = InventoryAddress.Parse($"/inventory?{query}");
        var columns = CopyColumn.Chosen(address.Columns);
        var shown = new List<string[]> { Array.ConvertAll(columns, column => column.Title) };
        var list = await ListAsync(query);
        while (true)
        {
            shown.AddRange(list.Rows.Select(row => Array.ConvertAll(columns, column => column.Value(row)?.ToString() ?? "")));
            if (list.Next is null)
                break;
            list = await ListAsync($"{query}&after={Uri.EscapeDataString(list.Next)}");
        }

        Assert.Equal(shown, Parse(await CsvAsync(query)));
        await using var export = (await ExportAsync(query, Roles.Auditor)).Value;
        using var workbook = new MemoryStream();
        await CopyFiles.WriteXlsxAsync(workbook, export, Token);
        workbook.Position = 0;
        Assert.Equal(shown, workbook.Query().Cast<IDictionary<string, object?>>().Select(row => row.Values.Select(value => value?.ToString()?.Replace("\r\n", "\n") ?? "").ToArray()));
    }

    [Fact]
    public async Task Csv_OfTextThatStartsLikeAFormula_EscapesIt()
    {
        var chat = Programme.Dataset("Chat");
        foreach (var resource in new[] { "=1+1", "+1", "-1", "@cmd", "=\"a\",b" })
            Programme.Copy(chat, Programme.Virginia, resource: resource);
        await Programme.SettleAsync(Token);

        Assert.Equal(["Resource", "'+1", "'-1", "'=\"a\",b", "'=1+1", "'@cmd"], Parse(await CsvAsync("sort=resource&columns=resource")).Select(row => row[0]));
    }

    [Fact]
    public async Task Csv_WithoutRows_HasTheHeader() => Assert.Single(Parse(await CsvAsync("role=Cache")));

    [Fact]
    public async Task Handle_MoreRowsThanTheFileCanHold_IsRefusedWithBothNumbers()
    {
        var chat = Programme.Dataset("Chat");
        for (var number = 0; number < 5; number++)
            Programme.Copy(chat, Programme.Virginia, number < 3 ? CopyRole.Backup : CopyRole.Cache);
        await Programme.SettleAsync(Token);
        var export = new ExportCopies(Access(), Clock);

        Assert.Equal(new TooManyRows(5, 4), (await export.HandleAsync(new(CopyFilter.None, CopySort.Default, [], MaxRows: 4), Token)).Refusal);
        await using var fitting = (await export.HandleAsync(new(new([new(FilterKey.Role, nameof(CopyRole.Backup))]), CopySort.Default, [], MaxRows: 4), Token)).Value;
        Assert.Equal(3, await fitting.Rows.CountAsync(Token));
    }

    [Fact]
    public async Task Handle_BySteward_ExportsOwnSystemsOnly()
    {
        Programme.Copy(Programme.Dataset("Chat", system: "Messages"), Programme.Virginia, resource: "own");
        Programme.Copy(Programme.Dataset("Clicks", system: "Advertising"), Programme.Virginia, resource: "other");
        await Programme.SettleAsync(Token);

        await using var export = (await new ExportCopies(Access(Roles.DataSteward, "Messages"), Clock).HandleAsync(new(CopyFilter.None, CopySort.Default, []), Token)).Value;
        Assert.Equal(["own"], await export.Rows.Select(row => row.ResourceId).ToListAsync(Token));
    }

    [Fact]
    public async Task Handle_IsRecordedBeforeTheFirstRow()
    {
        var chat = Programme.Dataset("Chat");
        for (var number = 0; number < 3; number++)
            Programme.Copy(chat, Programme.Virginia, CopyRole.Backup);
        await Programme.SettleAsync(Token);
        var address = InventoryAddress.Parse(
            $"/inventory?role=Backup&location={Programme.Virginia.Id}&source={Programme.Inventory.Id}&source=999999&dataset={chat.Id}&sort=resource&columns=resource,country");
        var request = new ExportCopiesRequest(new CopyFilter(address.Terms), address.Sort, address.Columns, CopyFiles.XlsxRows, "XLSX");
        await using var export = (await new ExportCopies(Access(Roles.DataSteward, "Messages"), Clock).HandleAsync(request, Token)).Value;

        var entry = Assert.Single(await Database.EntriesAsync());
        Assert.Equal((LedgerActions.RowsExported, "DataSteward", Noon), (entry.Action, entry.Actor.Role, entry.Time));
        Assert.EndsWith(" exported copies (3 rows) as XLSX.", entry.Sentence);
        Assert.Equal(
            $"location={Programme.Virginia.Id}&role=Backup&source={Programme.Inventory.Id}&source=999999&dataset={chat.Id}&sort=resource",
            entry.Details!["filter"]!.GetValue<string>());
        Assert.Equal(("3", "\"exact\"", """["resource","country"]""", """["Messages"]"""), (entry.Detail("rows"), entry.Detail("rowsAre"), entry.Detail("columns"), entry.Detail("systems")));
        Assert.Equal(
            [
                new("source", $"{Programme.Inventory.Id}", Programme.Inventory.Name), new("location", $"{Programme.Virginia.Id}", Programme.Virginia.Name),
                new LedgerSubject("dataset", $"{chat.Id}"),
            ],
            entry.Related);
        Assert.Equal(3, await export.Rows.CountAsync(Token));
    }

    [Fact]
    public async Task Handle_WhenCountingStopped_RecordsAtLeast()
    {
        var chat = Programme.Dataset("Chat");
        for (var number = 0; number <= CopyTotals.Cap; number++)
            Programme.Copy(chat, Programme.Virginia);
        await Programme.SettleAsync(Token);
        await using var csv = (await ExportAsync("text=Chat")).Value;
        await using var xlsx = (await new ExportCopies(Access(), Clock).HandleAsync(new(new([new(FilterKey.Text, "Chat")]), CopySort.Default, [], CopyFiles.XlsxRows, "XLSX"), Token)).Value;

        var entries = await Database.EntriesAsync();
        Assert.Equal([("10000", "\"at least\""), ("10001", "\"exact\"")], entries.Select(entry => (entry.Detail("rows"), entry.Detail("rowsAre"))));
    }

    [Fact]
    public async Task Handle_WhenRefused_RecordsNothing()
    {
        var chat = Programme.Dataset("Chat");
        Programme.Copy(chat, Programme.Virginia);
        Programme.Copy(chat, Programme.Ashburn);
        await Programme.SettleAsync(Token);
        Assert.NotNull((await ExportAsync("", Roles.Executive)).Refusal);
        Assert.NotNull((await new ExportCopies(Access(), Clock).HandleAsync(new(CopyFilter.None, CopySort.Default, [], MaxRows: 1), Token)).Refusal);

        Assert.Empty(await Database.EntriesAsync());
    }

    [Fact]
    public async Task Handle_WhenTheLedgerFails_ExportsNothing()
    {
        await Database.BreakLedgerAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => ExportAsync(""));
    }

    /// <summary>Other requests need the connections, and a download may be slow.</summary>
    [Fact]
    public async Task Export_BetweenBatches_HoldsNoConnection()
    {
        Programme.Copy(Programme.Dataset("Chat"), Programme.Virginia, CopyRole.Backup);
        await Programme.SettleAsync(Token);
        await using var export = (await ExportAsync("")).Value;
        var connection = export.Inventory.Context.Database.GetDbConnection();

        Assert.Equal(ConnectionState.Closed, connection.State);
        await foreach (var _ in export.Rows)
            Assert.Equal(ConnectionState.Closed, connection.State);
    }

    private Task<Core.Result<CopyExport>> ExportAsync(string query, Roles roles = Roles.GovernanceLead)
    {
        var address = InventoryAddress.Parse($"/inventory?{query}");
        return new ExportCopies(Access(roles), Clock).HandleAsync(new(new CopyFilter(address.Terms), address.Sort, address.Columns), Token);
    }

    private async Task<string> CsvAsync(string query)
    {
        await using var export = (await ExportAsync(query)).Value;
        using var file = new MemoryStream();
        await CopyFiles.WriteCsvAsync(file, export, Token);
        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(file.ToArray()).TrimStart('\uFEFF');
    }

    /// <summary>An RFC 4180 reader that is independent of the product's writer.</summary>
    private static List<string[]> Parse(string csv)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var at = 0; at < csv.Length; at++)
        {
            var letter = csv[at];
            if (letter == '"' && isQuoted && at + 1 < csv.Length && csv[at + 1] == '"')
                cell.Append(csv[++at]);
            else if (letter == '"')
                isQuoted = !isQuoted;
            else if (letter == ',' && !isQuoted)
                EndCell();
            else if (letter == '\r' && !isQuoted)
            {
                Assert.Equal('\n', csv[++at]);
                EndCell();
                rows.Add([.. row]);
                row.Clear();
            }
            else
                cell.Append(letter);
        }

        Assert.Equal((0, 0), (cell.Length, row.Count));
        return rows;

        void EndCell()
        {
            row.Add(cell.ToString());
            cell.Clear();
        }
    }
}
