using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Ledger;
using Dashboard.Testing;
using Dashboard.Web.Features.Migration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Migration;

/// <summary>Ledger entries about waves and about datasets that move between them.</summary>
public sealed class WaveEntriesTests : SlicedProgramme
{
    [Fact]
    public async Task Wave_CreatedAndRevised_IsRecorded()
    {
        var id = (await Save().HandleAsync(new(null, 0, "Wave 1", "", null, Programme.Today), Token)).Value;
        Assert.True((await Save().HandleAsync(new(id, 1, "Wave 1", "Messages", null, Programme.Today.AddDays(1)), Token)).IsDone);

        var entries = await Database.EntriesAsync();
        Assert.Equal([LedgerActions.WaveCreated, LedgerActions.WaveRevised], entries.Select(entry => entry.Action));
        Assert.All(entries, entry => Assert.Equal(new LedgerSubject("wave", $"{id}", "Wave 1"), entry.Subject));
        Assert.All(entries, entry => Assert.Equal("GovernanceLead", entry.Actor.Role));
        Assert.Equal(["Governance lead created the wave “Wave 1”.", "Governance lead revised the wave “Wave 1”."], entries.Select(entry => entry.Sentence));
        Assert.Contains(new FieldChange("targetCompletion", null, "2026-05-20"), entries[0].Changes);
        Assert.Contains(new FieldChange("targetCompletion", "2026-05-20", "2026-05-21"), entries[1].Changes);
    }

    [Fact]
    public async Task Move_FromSeveralWaves_RecordsTheirOrigins()
    {
        var (first, second) = (Programme.Wave("Wave 1"), Programme.Wave("Wave 2"));
        var (chat, mail, calls) = (Programme.Dataset("Chat", wave: first), Programme.Dataset("Mail", wave: first), Programme.Dataset("Calls"));
        var settled = Programme.Dataset("Settled", wave: second);

        var moved = await Move().HandleAsync(
            new([new(chat.Id, first.Id), new(mail.Id, first.Id), new(calls.Id, null), new(settled.Id, second.Id)], second.Id), Token);

        Assert.Equal(3, moved.Value);
        var entry = Assert.Single(await Database.EntriesAsync());
        Assert.Equal((LedgerActions.DatasetsMoved, "GovernanceLead"), (entry.Action, entry.Actor.Role));
        Assert.Equal(new LedgerSubject("wave", $"{second.Id}", "Wave 2"), entry.Subject);
        Assert.Equal("Governance lead moved 3 datasets to the wave “Wave 2”.", entry.Sentence);
        Assert.Equal([new FieldChange("wave", "Wave 1", "Wave 2"), new FieldChange("wave", null, "Wave 2")], entry.Changes);
        Assert.Equal(
            [new LedgerSubject("wave", $"{first.Id}"), .. new[] { chat, mail, calls }.Select(dataset => new LedgerSubject("dataset", $"{dataset.Id}"))], entry.Related);
        Assert.Equal(("3", """[{"datasets":2,"wave":"Wave 1"},{"datasets":1,"wave":"no wave"}]"""), (entry.Detail("datasets"), entry.Detail("from")));
    }

    [Fact]
    public async Task Move_OutOfAWave_IsAboutTheProgrammeAndTheWave()
    {
        var first = Programme.Wave("Wave 1");
        var chat = Programme.Dataset("Chat", wave: first);

        Assert.Equal(1, (await Move().HandleAsync(new([new(chat.Id, first.Id)], null), Token)).Value);

        var entry = Assert.Single(await Database.EntriesAsync());
        Assert.Equal((LedgerSubjects.Programme, "Governance lead removed the dataset “Chat” from its wave."), (entry.Subject, entry.Sentence));
        Assert.Equal([new FieldChange("wave", "Wave 1", null)], entry.Changes);
        Assert.Equal(new LedgerSubject("wave", $"{first.Id}"), entry.Related[0]);
    }

    [Fact]
    public async Task Move_OfTheMaximumFromManyWaves_IsOneEntryThatCountsThemAll()
    {
        var target = Programme.Wave("Target");
        List<Dataset> datasets = [];
        await using (var context = Database.CreateDbContext().Arranging())
        {
            Wave[] waves = [.. Enumerable.Range(1, 60).Select(number => Wave.Create($"{new string('“', 70)} {number}", "", null, null).Value)];
            context.AddRange(waves);
            await context.SaveChangesAsync(Token);
            var system = Programme.System("Messages").Id;
            for (var number = 0; number < MoveDatasets.Limit; number++)
            {
                var dataset = Dataset.Discovered($"urn:data:{number}", $"Dataset {number}", system, Programme.Unclassified.Id, Noon);
                dataset.MoveToWave(waves[number % waves.Length].Id);
                datasets.Add(dataset);
            }

            context.AddRange(datasets);
            await context.SaveChangesAsync(Token);
        }

        var moved = await Move().HandleAsync(new([.. datasets.Select(dataset => new DatasetInWave(dataset.Id, dataset.WaveId))], target.Id), Token);

        Assert.Equal(MoveDatasets.Limit, moved.Value);
        var entry = Assert.Single(await Database.EntriesAsync());
        Assert.Equal($"{MoveDatasets.Limit}", entry.Detail("datasets"));
        Assert.Equal(500, entry.Related.Count(subject => subject.Kind == "dataset"));
        Assert.Equal(50, entry.Changes.Count);
    }

    [Fact]
    public async Task RefusedStaleOrEmptyChange_LeavesNoEntry()
    {
        var wave = Programme.Wave("Wave 1");
        var chat = Programme.Dataset("Chat", wave: wave);

        Assert.IsType<NotPermitted>((await Save(Roles.Auditor).HandleAsync(new(null, 0, "Wave 2", "", null, null), Token)).Refusal);
        Assert.IsType<WaveNameTaken>((await Save().HandleAsync(new(null, 0, "Wave 1", "", null, null), Token)).Refusal);
        Assert.IsType<StaleEdit>((await Save().HandleAsync(new(wave.Id, wave.Version + 1, "Wave 1", "Other", null, null), Token)).Refusal);
        Assert.True((await Save().HandleAsync(new(wave.Id, wave.Version, "Wave 1", "", null, null), Token)).IsDone);
        Assert.IsType<DatasetsMovedMeanwhile>((await Move().HandleAsync(new([new(chat.Id, null)], wave.Id), Token)).Refusal);
        Assert.Equal(0, (await Move().HandleAsync(new([new(chat.Id, wave.Id)], wave.Id), Token)).Value);

        Assert.Empty(await Database.EntriesAsync());
    }

    [Fact]
    public async Task MoveThatCannotBeRecorded_IsNotSaved()
    {
        var wave = Programme.Wave("Wave 1");
        var chat = Programme.Dataset("Chat");
        await Database.BreakLedgerAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Move().HandleAsync(new([new(chat.Id, null)], wave.Id), Token));

        await using var context = Database.CreateDbContext();
        Assert.Null((await context.Datasets.SingleAsync(dataset => dataset.Id == chat.Id, Token)).WaveId);
    }

    private SaveWave Save(Roles roles = Roles.GovernanceLead) => new(Database, As(roles), Clock);

    private MoveDatasets Move() => new(Database, As(Roles.GovernanceLead), Clock);
}
