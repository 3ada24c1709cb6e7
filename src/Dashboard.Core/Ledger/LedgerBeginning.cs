using System.Text.Json.Nodes;
using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core.Ledger;

/// <summary>Begins the log and rotates its key.</summary>
public static class LedgerBeginning
{
    /// <summary>
    /// Writes entry 0, which announces the key, and the rows that every programme starts with. Does nothing if the log already uses this
    /// key.
    /// </summary>
    /// <param name="rotateFrom">ID of the key to replace, as confirmed by a person; null if no rotation is intended.</param>
    /// <returns>A refusal if the log uses another key and no one confirmed a rotation.</returns>
    public static async Task<Result> EnsureAsync(
        DashboardContext context, LedgerKeys keys, string? rotateFrom, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var change = await context.BeginChangeAsync(LedgerActors.Dashboard, clock, cancellationToken);
        if (await AnnouncedAsync(context, cancellationToken) is not [.., var current])
        {
            await ReferenceRows.EnsureAsync(context, cancellationToken);
            await change.CommitAsync(
                [
                    new(KeyEntries.Begun, LedgerSubjects.Ledger, $"began the ledger {keys.Origin} with the key {keys.Signer.Key.IdText}")
                    {
                        Details = KeyEntries.BegunDetails(keys.Signer.Key, keys.Origin),
                    },
                    new(LedgerActions.ProgrammePrepared, LedgerSubjects.Programme, "prepared the programme with the default classifications")
                    {
                        Details = new JsonObject { ["classifications"] = await ClassificationsAsync(context, cancellationToken) },
                    },
                ],
                cancellationToken);
            return Result.Done;
        }

        if (current.Equals(keys.Signer.Key))
            return Result.Done;
        if (rotateFrom != current.IdText)
            return new LedgerKeyDiffers(current.IdText, keys.Signer.Key.IdText);
        await change.CommitAsync(
            new LedgerDraft(KeyEntries.Rotated, LedgerSubjects.Ledger, $"replaced the ledger's key {current.IdText} with {keys.Signer.Key.IdText}")
            {
                Details = KeyEntries.RotatedDetails(current, keys.Signer.Key),
            },
            cancellationToken);
        return Result.Done;
    }

    /// <summary>Every key that the log has announced, oldest first.</summary>
    public static Task<IReadOnlyList<NoteKey>> AnnouncedAsync(DashboardContext context, CancellationToken cancellationToken) =>
        AnnouncedAsync(context, long.MaxValue, cancellationToken);

    /// <summary>The keys that the first <paramref name="size"/> entries announce, oldest first.</summary>
    public static async Task<IReadOnlyList<NoteKey>> AnnouncedAsync(DashboardContext context, long size, CancellationToken cancellationToken)
    {
        var entries = await context.LedgerEntries.AsNoTracking()
            .Where(entry => (entry.Action == KeyEntries.Begun || entry.Action == KeyEntries.Rotated) && entry.Sequence < size)
            .OrderBy(entry => entry.Sequence)
            .Select(entry => entry.Content)
            .ToListAsync(cancellationToken);
        return [.. entries.Select(content => EntryContent.Parse(content)).Select(KeyOf)];
    }

    private static NoteKey KeyOf(EntryContent entry) =>
        entry.Action == KeyEntries.Begun ? KeyEntries.ParseBegun(entry).Key : KeyEntries.ParseRotated(entry).Key;

    private static async Task<JsonArray> ClassificationsAsync(DashboardContext context, CancellationToken cancellationToken) =>
        [.. await context.Classifications.OrderBy(classification => classification.Id).Select(classification => classification.Name).ToListAsync(cancellationToken)];
}

public sealed record LedgerKeyDiffers(string Announced, string Configured)
    : Refusal($"The ledger was begun with the key {Announced}, but the configured key is {Configured}. Configure the former key again. To replace it on purpose, set Ledger:RotateFrom to {Announced}, and set Ledger:FormerKeyFile to the file of the former key so that it can sign for the new one.");
