using System.Text;
using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Features.Ledger.Checkpoints;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Ledger.Entries;

/// <param name="CheckpointSize">Size of the checkpoint to prove the entry against; null for the newest that covers it.</param>
internal sealed record GetEntryRequest(long Sequence, long? CheckpointSize = null);

/// <summary>One entry in full, with the proof that the ledger contains it.</summary>
internal sealed class GetEntry(IDbContextFactory<DashboardContext> contexts, LedgerAccess access)
{
    public async Task<Result<EntryAnswer>> HandleAsync(GetEntryRequest request, CancellationToken cancellationToken)
    {
        var reader = await access.OpenAsync(cancellationToken);
        if (reader.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if ((await reader.Value.MayReadAsync(context, request.Sequence, cancellationToken)).Refusal is { } hidden)
            return hidden;

        var entry = await context.LedgerEntries.AsNoTracking().SingleAsync(entry => entry.Sequence == request.Sequence, cancellationToken);
        var (content, problem) = Read(entry);
        var checkpoints = await CoveringCheckpoints.ListAsync(context, request.Sequence, request.CheckpointSize, cancellationToken);
        var proof = await ProofAsync(context, entry.Sequence, checkpoints, request.CheckpointSize, cancellationToken);
        return new EntryAnswer(
            entry.Sequence, entry.Time, entry.Action, entry.Sentence,
            content is null
                ? new(entry.ActorSubject, entry.ActorName, null, null, null)
                : new(content.Actor.Subject, content.Actor.Name, content.Actor.Role, content.Actor.Unit, content.Actor.Country),
            [.. Subjects(entry, content).Select(subject => new SubjectShown(subject.Kind, subject.Id, subject.Name, SubjectPages.Of(subject, reader.Value)))],
            [.. (content?.Changes ?? []).Select(change => new ChangeShown(change.Field, change.From, change.To))],
            DetailList.Of(content?.Details),
            Encoding.UTF8.GetString(entry.Content),
            entry.Content.Length,
            MerkleHash.Leaf(entry.Content).ToString(),
            problem,
            HasNext: await context.LedgerEntries.AnyAsync(next => next.Sequence == request.Sequence + 1, cancellationToken),
            reader.Value.SeesAll,
            checkpoints,
            proof);
    }

    /// <summary>The content of the entry, or the problem with the stored row. A problem is always shown.</summary>
    private static (EntryContent? Content, string? Problem) Read(LedgerEntry entry)
    {
        try
        {
            var content = EntryContent.Parse(entry.Content);
            if (MerkleHash.Leaf(entry.Content) != MerkleHash.From(entry.Hash))
                return (content, "The stored bytes of this entry do not match the hash from when it was written. They have been changed since.");
            return (content, entry.Repeats(content) ? null : "The columns that the list shows do not match the entry itself. They have been changed since it was written.");
        }
        catch (EntryFormatException unreadable)
        {
            return (null, $"The stored bytes of this entry cannot be read, so they are not what was written. {unreadable.Message}");
        }
    }

    private static IEnumerable<LedgerSubject> Subjects(LedgerEntry entry, EntryContent? content) =>
        content is null ? [new(entry.SubjectKind, entry.SubjectId)] : content.Related.Prepend(content.Subject);

    private static async Task<ProofShown?> ProofAsync(
        DashboardContext context, long sequence, IReadOnlyList<CheckpointChoice> checkpoints, long? chosen, CancellationToken cancellationToken)
    {
        if (checkpoints.Count == 0)
            return null;
        var to = checkpoints.FirstOrDefault(checkpoint => checkpoint.Size == chosen) ?? checkpoints[0];
        try
        {
            var path = await context.ProveAsync(ProofPlan.Inclusion(sequence, to.Size), cancellationToken);
            return new ProofShown(to.Size, to.SignedAt, to.Root, [.. path.Select(hash => hash.ToString())]);
        }
        catch (ArgumentException) // A hash is missing. The page says so, and the self-check raises an alarm.
        {
            return new ProofShown(to.Size, to.SignedAt, to.Root, null);
        }
    }
}

/// <param name="Json">The hashed bytes as text.</param>
/// <param name="LeafHash">Hash of the stored bytes, hexadecimal.</param>
/// <param name="Problem">The problem with the stored row; null if there is none.</param>
/// <param name="Checkpoints">Checkpoints that cover the entry, to choose from; newest first.</param>
/// <param name="Proof">Null while no checkpoint covers it.</param>
public sealed record EntryAnswer(
    long Sequence, DateTimeOffset Time, string Action, string Sentence, ActorShown Actor, IReadOnlyList<SubjectShown> Subjects,
    IReadOnlyList<ChangeShown> Changes, IReadOnlyList<DetailLine> Details, string Json, int Bytes, string LeafHash, string? Problem,
    bool HasNext, bool SeesAll, IReadOnlyList<CheckpointChoice> Checkpoints, ProofShown? Proof);

public sealed record ActorShown(string Subject, string Name, string? Role, string? Unit, string? Country);

/// <param name="Href">URL of its page; null if it has none that this reader may open.</param>
public sealed record SubjectShown(string Kind, string Id, string? Name, string? Href);

public sealed record ChangeShown(string Field, string? From, string? To);

/// <param name="Path">Hashes from the leaf up, hexadecimal; null if one is missing from the database.</param>
public sealed record ProofShown(long Size, DateTimeOffset SignedAt, string Root, IReadOnlyList<string>? Path);
