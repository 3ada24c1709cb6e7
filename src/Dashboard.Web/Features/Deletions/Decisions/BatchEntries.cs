using System.Text.Json.Nodes;
using Dashboard.Core.Deletions;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;

namespace Dashboard.Web.Features.Deletions.Decisions;

/// <summary>Ledger entries for decisions on a batch.</summary>
internal static class BatchEntries
{
    /// <summary>An entry's sentence is stored in 2,000 characters; this leaves space for the rest of it.</summary>
    public const int LongestReason = 1_400;

    public static LedgerDraft Of(string action, DeletionBatch batch, string sentence, JsonObject? details = null) => new(action, LedgerSubjects.Of(batch), sentence)
    {
        Details = Facts(batch, details ?? []),
    };

    public static string Because(string reason) => LedgerDetails.Text(reason.Trim(), LongestReason).TrimEnd('.');

    /// <summary>Adds the stages that datasets moved to.</summary>
    public static JsonObject With(this JsonObject details, StageMoves moves)
    {
        foreach (var (name, value) in moves.ToDetails())
            details[name] = value?.DeepClone();
        return details;
    }

    private static JsonObject Facts(DeletionBatch batch, JsonObject details)
    {
        details["state"] = batch.State.ToString();
        details["round"] = batch.Round;
        details["copies"] = batch.Tally.Copies;
        details["bytes"] = LedgerDetails.Number(batch.Tally.Bytes);
        if (batch.ManifestHash is { } hash)
            details["manifestSha256"] = hash;
        return details;
    }
}
