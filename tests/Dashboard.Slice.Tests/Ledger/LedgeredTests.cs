using System.Runtime.CompilerServices;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Findings;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Core.Summary;
using Dashboard.Core.Traffic;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Ledger;

/// <summary>No one can change what the ledger covers without an entry, and every new entity must be marked or listed here.</summary>
public sealed class LedgeredTests : SlicedProgramme
{
    /// <summary>Every entity that is saved without its own ledger entry, and why that is correct.</summary>
    private static readonly Dictionary<Type, string> Unmarked = new()
    {
        [typeof(ProtectionKey)] = "Cookie keys of the framework; not a fact about the programme.",
        [typeof(Lease)] = "Which server does which work now; not a fact about the programme.",
        [typeof(SavedView)] = "A member's own bookmark, which no one else sees. It changes nothing that others rely on.",
        [typeof(DataSystem)] = "Discovered by imports, whose entries have counts.",
        [typeof(DatasetWord)] = "Derived from datasets for the search.",
        [typeof(Copy)] = "Changed only by imports, set-based; each import has an entry with counts.",
        [typeof(CopyRollup)] = "Derived from copies.",
        [typeof(DatasetRollup)] = "Derived from copies.",
        [typeof(Import)] = "Its worker saves progress many times; every decision about it has its own entry.",
        [typeof(ImportRejection)] = "Belongs to an import, whose entry has their number.",
        [typeof(DatasetChange)] = "Derived: the history of statuses. The entry about the cause records the moved stages.",
        [typeof(DailyFigure)] = "Derived; the nightly entry records it.",
        [typeof(TrafficDay)] = "Written by imports.",
        [typeof(ApiTokenLocation)] = "Belongs to a token, whose entry names its locations.",
        [typeof(DeletionItem)] = "Written set-based; the entries of its batch name the hash of the manifest that lists it.",
        [typeof(ReportedItem)] = "Belongs to an execution report, whose entry names the hash of its body.",
        [typeof(BatchVisit)] = "When someone last opened a page; not a fact about the programme.",
        [typeof(Finding)] = "Raised by imports.",
        [typeof(LedgerEntry)] = "The ledger itself.",
        [typeof(LedgerSubjectLink)] = "The ledger itself.",
        [typeof(LedgerNode)] = "The ledger itself.",
        [typeof(LedgerHead)] = "The ledger itself.",
        [typeof(LedgerCheckpoint)] = "The ledger itself.",
        [typeof(LedgerWitness)] = "The answers of witnesses, which keep their own record.",
        [typeof(LedgerAlarm)] = "Raised when the ledger may be broken, so it must be saved without the ledger. An answer to an alarm has an entry.",
    };

    [Fact]
    public void EveryEntity_IsMarked_OrListedAsUnmarked()
    {
        using var context = Database.CreateDbContext();
        var all = context.Model.GetEntityTypes().Where(entity => !entity.IsOwned()).Select(entity => entity.ClrType).ToList();

        Assert.Empty(all.Where(type => !IsMarked(type) && !Unmarked.ContainsKey(type)).Select(type => $"{type.Name}: mark it with {nameof(ILedgered)}, or list it here with a reason."));
        Assert.Empty(Unmarked.Keys.Where(type => IsMarked(type) || !all.Contains(type)).Select(type => $"{type.Name}: is marked or no longer exists; remove it from this list."));
    }

    [Fact]
    public async Task MarkedEntity_SavedOutsideAChange_IsRefused_InEveryState()
    {
        await using var model = Database.CreateDbContext();
        var marked = model.Model.GetEntityTypes().Select(entity => entity.ClrType).Where(IsMarked).ToList();
        Assert.True(marked.Count >= 9);
        foreach (var type in marked)
        {
            foreach (var state in new[] { EntityState.Added, EntityState.Modified, EntityState.Deleted })
            {
                await using var context = Database.CreateDbContext();
                var entry = context.Entry(RuntimeHelpers.GetUninitializedObject(type));
                entry.Property("Id").CurrentValue = 1L;
                entry.State = state;

                var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync(Token));
                Assert.Equal($"A change to {type.Name} must be recorded: begin it with {nameof(DashboardContext.BeginChangeAsync)}.", refused.Message);
                Assert.Equal(refused.Message, Assert.Throws<InvalidOperationException>(() => context.SaveChanges()).Message);
            }
        }
    }

    [Fact]
    public async Task MarkedEntity_SavedAfterItsChangeHasEnded_IsRefused()
    {
        await using var context = Database.CreateDbContext();
        await using (await context.BeginChangeAsync(LedgerActors.Dashboard, Clock, Token))
            context.Waves.Add(Wave.Create("Too late", "", null, null).Value);

        await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync(Token));
    }

    [Fact]
    public async Task Change_OfARowThatSomeoneElseHasChanged_LeavesNoEntry()
    {
        var id = Programme.Wave("Messages").Id;
        await using var context = Database.CreateDbContext();
        await using (var change = await context.BeginChangeAsync(LedgerActors.Dashboard, Clock, Token))
        {
            var wave = await context.Waves.SingleAsync(Token);
            await context.Waves.ExecuteUpdateAsync(set => set.SetProperty(known => known.Version, known => known.Version + 1), Token);
            Assert.True(wave.Revise("Renamed", "", null, null).IsDone);

            var saved = await change.CommitUnlessStaleAsync(new LedgerDraft(LedgerActions.WaveRevised, LedgerSubjects.Of(wave), "revised"), "The wave", Token);
            Assert.Equal(new StaleEdit("The wave"), saved.Refusal);
        }

        Assert.Empty(await Database.EntriesAsync());
        await using var after = Database.CreateDbContext();
        Assert.Equal("Messages", (await after.Waves.SingleAsync(wave => wave.Id == id, Token)).Name);
    }

    private static bool IsMarked(Type type) => type.IsAssignableTo(typeof(ILedgered));
}
