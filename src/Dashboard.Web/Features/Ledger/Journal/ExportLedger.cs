using System.Text.Json.Nodes;
using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Features.Ledger.Entries;
using Dashboard.Web.Features.Ledger.Signing;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Ledger.Journal;

/// <summary>What to export: entries by number, by day (UTC), or everything.</summary>
/// <param name="Last">The last entry to export.</param>
/// <param name="ToDay">The last day to export.</param>
internal sealed record ExportLedgerRequest(long? First = null, long? Last = null, DateOnly? FromDay = null, DateOnly? ToDay = null)
{
    public static readonly ExportLedgerRequest Everything = new();
}

/// <summary>
/// Records the export in the ledger, signs the ledger including that entry, and returns the URL of the file. The URL stays valid, so an
/// interrupted download can be resumed.
/// </summary>
internal sealed class ExportLedger(IDbContextFactory<DashboardContext> contexts, LedgerAccess access, LedgerSigner signer, TimeProvider clock)
{
    public async Task<Result<LedgerExport>> HandleAsync(ExportLedgerRequest request, CancellationToken cancellationToken)
    {
        var recorded = await contexts.RetryAsync(() => RecordOnceAsync(request, cancellationToken), cancellationToken);
        if (recorded.Refusal is { } refusal)
            return refusal;
        // Signed in a separate transaction. If signing fails, the entry stays and the next checkpoint covers it.
        var checkpoint = (await signer.SignAsync(cancellationToken))!;
        return new LedgerExport(checkpoint.Size, recorded.Value.Range, Address(checkpoint.Size, recorded.Value.Range));
    }

    private async Task<Result<Recorded>> RecordOnceAsync(ExportLedgerRequest request, CancellationToken cancellationToken)
    {
        var member = await access.RequireAllAsync(cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        EntryRange? range = null;
        if (request != ExportLedgerRequest.Everything)
        {
            var resolved = await ResolveAsync(context, request, cancellationToken);
            if (resolved.Refusal is { } unclear)
                return unclear;
            range = resolved.Value;
        }

        await using var change = await context.BeginChangeAsync(member.Value, clock, cancellationToken);
        await change.CommitAsync(Draft(range), cancellationToken);
        return new Recorded(range);
    }

    private static string Address(long size, EntryRange? range) =>
        range is null ? $"/ledger/journal/{size}" : $"/ledger/journal/{size}/{range.From}-{range.To}";

    private static async Task<Result<EntryRange>> ResolveAsync(DashboardContext context, ExportLedgerRequest request, CancellationToken cancellationToken)
    {
        var size = await context.LedgerHead.Select(head => head.Size).SingleAsync(cancellationToken);
        if (request.FromDay is null && request.ToDay is null)
        {
            var (first, last) = (request.First ?? 0, request.Last ?? size - 1);
            return first >= 0 && first <= last && last < size ? new EntryRange(first, last + 1) : new RangeOutsideLedger(size);
        }

        var days = new EntryFilter(request.FromDay, request.ToDay);
        var from = days.FromTime is { } since ? await EntrySearch.FirstSince(context, since).FirstOrDefaultAsync(cancellationToken) : 0;
        var to = days.EndTime is { } end ? await EntrySearch.LastBefore(context, end).FirstOrDefaultAsync(cancellationToken) : size - 1;
        return from is { } begin && to is { } until && begin <= until ? new EntryRange(begin, until + 1) : new NoEntryOnThoseDays();
    }

    private static LedgerDraft Draft(EntryRange? range) => range switch
    {
        null => new(LedgerActions.LedgerExported, LedgerSubjects.Ledger, "exported the whole ledger"),
        var (from, to) => new(LedgerActions.LedgerExported, LedgerSubjects.Ledger, $"exported the ledger's entries {from} to {to - 1}")
        {
            Details = new JsonObject { ["first"] = from, ["last"] = to - 1 },
        },
    };

    /// <param name="Range">Null for everything.</param>
    private sealed record Recorded(EntryRange? Range);
}

/// <param name="Size">Size of the checkpoint at its end.</param>
internal sealed record LedgerExport(long Size, EntryRange? Range, string Address);
