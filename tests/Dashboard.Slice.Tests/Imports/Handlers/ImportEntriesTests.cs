using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Ledger;
using Dashboard.Web.Features.Imports;
using Dashboard.Web.Features.Imports.Inbox;
using Dashboard.Web.Features.Imports.Run;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Slice.Tests.Imports.Handlers;

/// <summary>Ledger entries about imports. What cannot be recorded does not happen.</summary>
public sealed class ImportEntriesTests : ImportHandlerTest
{
    [Fact]
    public async Task Receive_ByAMember_IsRecordedWithTheFilesAndTheirHashes()
    {
        var received = await Receive(Roles.DataSteward).HandleAsync(
            new(Source.Id, IsComplete: true, null), Files(("a.csv", new MemoryStream("one"u8.ToArray())), ("b.csv", new MemoryStream("two!"u8.ToArray()))), Token);

        var import = await FindAsync(received.Value);
        var entry = Assert.Single(await EntriesAsync());
        Assert.Equal((LedgerActions.ImportReceived, "DataSteward", "US"), (entry.Action, entry.Actor.Role, entry.Actor.Country));
        Assert.Equal(import.StartedBy, entry.Actor.Name);
        Assert.Equal(new LedgerSubject("import", $"{import.Id}"), entry.Subject);
        Assert.Equal([new LedgerSubject("source", $"{Source.Id}", Source.Name)], entry.Related);
        Assert.Equal($"\"{import.Sha256}\"", entry.Detail("sha256"));
        Assert.Equal(
            $$"""[{"bytes":3,"name":"a.csv","sha256":"{{import.Files[0].Sha256}}"},{"bytes":4,"name":"b.csv","sha256":"{{import.Files[1].Sha256}}"}]""",
            entry.Detail("files"));
    }

    [Fact]
    public async Task Receive_FromTheInbox_IsRecordedWithTheDashboardAsActor()
    {
        var inbox = new InboxFolder(Path.Combine(Folder, "inbox"), Database, Intake, Clock, NullLogger<InboxFolder>.Instance);
        await inbox.CheckAsync(Token);
        await File.WriteAllTextAsync(Path.Combine(Folder, "inbox", Source.Key, "inventory.csv"), TwoCopies, Token);
        await inbox.CheckAsync(Token);
        await inbox.CheckAsync(Token);

        var entry = Assert.Single(await EntriesAsync());
        Assert.Equal((LedgerActions.ImportReceived, LedgerActors.Dashboard), (entry.Action, entry.Actor));
        Assert.Equal($"\"inbox folder {Source.Key}\"", entry.Detail("through"));
    }

    [Fact]
    public async Task Receive_ThatCannotBeRecorded_LeavesNoImportAndNoFile()
    {
        await Database.BreakLedgerAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Receive().HandleAsync(new(Source.Id, IsComplete: true, null), OneFile(TwoCopies), Token));
        Assert.Empty(await ImportsAsync());
        Assert.Empty(StoredFolders);
    }

    [Fact]
    public async Task Import_ThatIsApplied_IsRecordedWithItsCountsAndWhatItMoved()
    {
        var id = await AppliedAsync(TwoCopies);

        var import = await FindAsync(id);
        var entries = await EntriesAsync();
        Assert.Equal([LedgerActions.ImportReceived, LedgerActions.ImportConfirmed, LedgerActions.ImportApplied], entries.Select(entry => entry.Action));
        Assert.Equal("GovernanceLead", entries[1].Actor.Role);
        Assert.Equal("2", entries[1].Detail("counts", "new"));
        var applied = entries[2];
        Assert.Equal(LedgerActors.Dashboard, applied.Actor);
        Assert.Equal($"The dashboard applied import {id} from {Source.Name}: 2 new.", applied.Sentence);
        Assert.Equal(($"\"{import.Sha256}\"", "\"an inventory (CSV)\"", "\"complete\"", "1"), (applied.Detail("sha256"), applied.Detail("format"), applied.Detail("scope"), applied.Detail("fileCount")));
        Assert.Equal(("2", "0", "1", "1"), (applied.Detail("counts", "rows"), applied.Detail("counts", "rejected"), applied.Detail("counts", "newDatasets"), applied.Detail("counts", "newLocations")));
        Assert.Equal("""["Company virginia"]""", applied.Detail("newLocations"));
        Assert.Equal("""[{"datasets":1,"from":"no stage","to":"verified"}]""", applied.Detail("stageMoves"));
        await using var context = Database.CreateDbContext();
        var (dataset, location) = (context.Datasets.Single(), context.Locations.Single(known => known.Key == Location.KeyOf("Company", "virginia")));
        Assert.Equal(
            [new("source", $"{Source.Id}", Source.Name), new("location", $"{location.Id}"), new LedgerSubject("dataset", $"{dataset.Id}")], applied.Related);
    }

    [Fact]
    public async Task Import_ThatIsRefused_LeavesItsReasonAndNothingElse()
    {
        var id = await PreviewedAsync(ImportBench.Header + "x,urn:dataset:a,Company,XX,va,replica,1,,,,\n");

        var entries = await EntriesAsync();
        Assert.Equal([LedgerActions.ImportReceived, LedgerActions.ImportRefused], entries.Select(entry => entry.Action));
        Assert.Equal(LedgerActors.Dashboard, entries[1].Actor);
        Assert.Contains("1 of 1 rows were rejected", entries[1].Sentence);
        Assert.DoesNotContain("..", entries[1].Sentence);
        Assert.Equal(("1", "1", "0"), (entries[1].Detail("counts", "rows"), entries[1].Detail("counts", "rejected"), entries[1].Detail("counts", "new")));
        Assert.Contains((await FindAsync(id)).Refusal!, entries[1].Details!["reason"]!.GetValue<string>());
        await using var context = Database.CreateDbContext();
        Assert.Empty(context.Copies);
    }

    [Fact]
    public async Task Import_ThatFailed_IsRecordedAsRefused()
    {
        var id = await PreviewedAsync(TwoCopies);
        await Confirm().HandleAsync(new(id, (await FindAsync(id)).Version), Token);
        await Runner.FailAsync(id, "It failed.", Token);

        Assert.Equal((LedgerActions.ImportRefused, $"The dashboard refused import {id} from {Source.Name}: It failed."), (await EntriesAsync()) is [.., var last] ? (last.Action, last.Sentence) : default);
    }

    [Fact]
    public async Task Apply_ThatCannotBeRecorded_ChangesNothing()
    {
        var id = await PreviewedAsync(TwoCopies);
        await Confirm().HandleAsync(new(id, (await FindAsync(id)).Version), Token);
        await Database.BreakLedgerAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Runner.ApplyAsync(id, new(0, 0), Token));
        Assert.Equal(ImportState.Applying, (await FindAsync(id)).State);
        await using var context = Database.CreateDbContext();
        Assert.Equal((0, 0, 0), (context.Copies.Count(), context.Datasets.Count(), context.DailyFigures.Count()));
        Assert.Empty(context.Locations.Where(known => known.Region == "virginia"));
        Assert.NotEqual(id, context.Sources.Single(known => known.Id == Source.Id).LastImportId);
    }

    [Fact]
    public async Task Decisions_ThatCannotBeRecorded_AreNotTaken()
    {
        var id = await PreviewedAsync(TwoCopies);
        await Database.BreakLedgerAsync();
        var version = (await FindAsync(id)).Version;

        await Assert.ThrowsAsync<InvalidOperationException>(() => Confirm().HandleAsync(new(id, version), Token));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Cancel().HandleAsync(id, Token));
        Assert.Equal(ImportState.AwaitingConfirmation, (await FindAsync(id)).State);
    }

    [Fact]
    public async Task Decisions_ThatAreRefused_LeaveNoEntry()
    {
        var id = await PreviewedAsync(TwoCopies);
        Assert.NotNull((await Confirm().HandleAsync(new(id, (await FindAsync(id)).Version - 1), Token)).Refusal);
        Assert.NotNull((await Confirm(Roles.Auditor).HandleAsync(new(id, (await FindAsync(id)).Version), Token)).Refusal);
        Assert.Single(await EntriesAsync());

        Assert.Null((await Cancel(Roles.DataSteward).HandleAsync(id, Token)).Refusal);
        Assert.NotNull((await Cancel().HandleAsync(id, Token)).Refusal);
        var entries = await EntriesAsync();
        Assert.Equal([LedgerActions.ImportReceived, LedgerActions.ImportCancelled], entries.Select(entry => entry.Action));
        Assert.Equal("DataSteward", entries[1].Actor.Role);
    }

    [Fact]
    public void Applied_WithMoreThanAnEntryCanList_NamesTheFirstAndCountsAll()
    {
        var longest = new string('漢', 149) + "\uD83D"; // Half a character, as a cut name may end.
        var import = Import.Receive(
            Source, [.. Enumerable.Range(0, 5000).Select(number => new ImportedFile($"{number}{longest}", long.MaxValue, new string('a', 64)))],
            new string('b', 64), "folder", isComplete: true, Noon, "Ada", isUnattended: false, Noon);
        var moves = new StageMoves();
        for (var dataset = 0; dataset < 10_000; dataset++)
            moves.Add(long.MaxValue - dataset, Stage.NotStarted, Stage.Copying);
        var draft = ImportEntries.Applied(import, Source, new(
            moves, [.. Enumerable.Range(0, 5000).Select(number => Location.Discovered(longest, null, $"{number}"))], []));
        var bytes = new EntryContent(
            1, Noon, LedgerActors.Dashboard, draft.Action, draft.Subject, draft.Related, draft.Sentence, draft.Changes, draft.Details, MerkleHash.Leaf([])).ToBytes();

        Assert.InRange(bytes.Length, 1, EntryContent.LargestBytes);
        Assert.Equal("5000", EntryContent.Parse(bytes).Detail("fileCount"));
        Assert.InRange(draft.Details!["files"]!.AsArray().Count, 10, ImportEntries.MostNamed);
        Assert.Equal(1 + ImportEntries.MostNamed + StageMoves.MostRelated, draft.Related.Count);
    }

    [Fact]
    public void FileName_CutInsideACharacter_StaysValidText() =>
        Assert.Equal("\uFFFD" + new string('a', 149), ImportStore.NameFor("\uD83D\uDE00" + new string('a', 149)));
}
