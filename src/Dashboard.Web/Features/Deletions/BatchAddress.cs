using Dashboard.Web.Features.Deletions.Overview;

namespace Dashboard.Web.Features.Deletions;

/// <summary>URLs of the deletion pages.</summary>
internal static class BatchAddress
{
    public const string Overview = "/deletions";
    public const string Queue = "/deletions/queue";
    public const string New = "/deletions/new";
    public const string Holds = "/deletions/holds";

    public static string List(BatchPhase phase) => $"{Overview}?state={phase.Key()}";

    public static string List(BatchHolding holding) => $"{Overview}?items={holding.Key()}";

    public static string Of(long id) => $"{Overview}/{id}";

    public static string Draft(long id) => $"{Overview}/{id}/draft";

    public static string Review(long id) => $"{Overview}/{id}/review";

    public static string Items(long id) => $"{Overview}/{id}/items";

    public static string Manifest(long id) => $"{Overview}/{id}/manifest";

    public static string Certificate(long id) => $"{Overview}/{id}/certificate.pdf";

    public static string Hold(long id) => $"{Holds}/{id}";
}
