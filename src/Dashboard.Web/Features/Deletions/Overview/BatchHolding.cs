using System.Linq.Expressions;
using Dashboard.Core.Deletions;

namespace Dashboard.Web.Features.Deletions.Overview;

/// <summary>Batches by the items that they have, whatever the state of the batch.</summary>
public enum BatchHolding
{
    /// <summary>Reported as deleted, not verified.</summary>
    Reported,

    /// <summary>Verified absent.</summary>
    Verified,

    /// <summary>Failed, still present after a report, or listed again after being verified absent.</summary>
    Unfinished,
}

internal static class BatchHoldings
{
    public static string Label(this BatchHolding holding) => holding switch
    {
        BatchHolding.Reported => "reported, not verified",
        BatchHolding.Verified => "verified absent",
        _ => "failed or listed again",
    };

    /// <summary>Reads the key in the URL, such as <c>reported</c>; null if it names none.</summary>
    public static BatchHolding? Parse(string? text) =>
        Enum.TryParse<BatchHolding>(text, ignoreCase: true, out var holding) && Enum.IsDefined(holding) && !char.IsAsciiDigit(text![0]) ? holding : null;

    public static string Key(this BatchHolding holding) => holding.ToString().ToLowerInvariant();

    public static Expression<Func<DeletionBatch, bool>> Matching(BatchHolding holding) => holding switch
    {
        BatchHolding.Reported => batch => batch.Tally.Reported > 0,
        BatchHolding.Verified => batch => batch.Tally.Verified > 0,
        _ => batch => batch.Tally.Failed > 0 || batch.Tally.StillPresent > 0 || batch.Tally.Reappeared > 0,
    };
}
