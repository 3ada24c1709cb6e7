using System.Text;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Ledger;
using Dashboard.Web.Features.Ledger.Checkpoints;
using Dashboard.Web.Features.Ledger.Entries;
using Dashboard.Web.Features.Ledger.Journal;
using Dashboard.Web.Security;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Features.Ledger;

/// <summary>Downloads that auditors can verify independently. The handlers check permissions.</summary>
internal static class LedgerEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapLedger(this IEndpointRouteBuilder endpoints)
    {
        Map("/ledger/{sequence:long}/content", ContentAsync);
        Map("/ledger/{sequence:long}/proof", ProofAsync);
        Map("/ledger/keys", KeysAsync);
        Map("/ledger/checkpoints/{size:long}", CheckpointAsync);
        Map("/ledger/consistency", ConsistencyAsync);
        Map("/ledger/journal/{size:long}", JournalAsync);
        Map("/ledger/journal/{size:long}/{from:long}-{to:long}", RangeAsync);

        void Map(string pattern, Delegate handler) => endpoints.MapMethods(pattern, Reading, handler).RequirePermission(Permission.ViewBatchEntries);
    }

    private static async Task<IResult> ContentAsync(HttpContext http, long sequence, OpenEntry open) =>
        Answer(http, await open.HandleAsync(sequence, http.RequestAborted), bytes => Results.Bytes(bytes, "application/json", $"ledger-entry-{sequence}.json"));

    private static async Task<IResult> ProofAsync(HttpContext http, long sequence, long? checkpoint, ProveEntry prove) =>
        Answer(http, await prove.HandleAsync(new(sequence, checkpoint), http.RequestAborted), proof =>
            Text(proof.Text, $"ledger-entry-{sequence}-in-{proof.CheckpointSize}{InclusionProofFile.Ending}"));

    private static async Task<IResult> KeysAsync(HttpContext http, GetLedgerState get) =>
        Answer(http, await get.HandleAsync(http.RequestAborted), state => Text(string.Concat(state.Keys.Select(key => $"{key}\n")), "ledger-keys.txt"));

    private static async Task<IResult> CheckpointAsync(HttpContext http, long size, OpenCheckpoint open) =>
        Answer(http, await open.HandleAsync(size, http.RequestAborted), note => Text(note, $"ledger-checkpoint-{size}.txt"));

    private static async Task<IResult> ConsistencyAsync(HttpContext http, long older, long? newer, ProveGrowth prove) =>
        Answer(http, await prove.HandleAsync(new(older, newer), http.RequestAborted), proof =>
            Text(proof.Text, $"ledger-consistency-{proof.Older}-{proof.Newer}.txt"));

    private static Task<IResult> JournalAsync(HttpContext http, long size, OpenJournal open) => SendAsync(http, new(size), open);

    private static Task<IResult> RangeAsync(HttpContext http, long size, long from, long to, OpenJournal open) =>
        SendAsync(http, new(size, new(from, to)), open);

    private static async Task<IResult> SendAsync(HttpContext http, OpenJournalRequest request, OpenJournal open) =>
        Answer(http, await open.HandleAsync(request, http.RequestAborted), journal => Results.Stream(
            journal.Content, "application/x-ndjson", journal.FileName, entityTag: new EntityTagHeaderValue($"\"{journal.Tag}\""), enableRangeProcessing: true));

    private static IResult Text(string text, string name) => Results.File(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8", name);

    private static IResult Answer<T>(HttpContext http, Result<T> answer, Func<T, IResult> done)
    {
        if (answer.Refusal is not { } refusal)
            return done(answer.Value);
        http.Features.Set(new RefusedRequest(refusal.Message));
        return Results.StatusCode(refusal switch
        {
            EntryNotFound or CheckpointNotFound or NothingSignedYet => StatusCodes.Status404NotFound,
            NotCoveredYet or CheckpointsInWrongOrder or RangeOutsideLedger => StatusCodes.Status400BadRequest,
            StoredHashMissing => StatusCodes.Status500InternalServerError,
            _ => StatusCodes.Status403Forbidden,
        });
    }
}
