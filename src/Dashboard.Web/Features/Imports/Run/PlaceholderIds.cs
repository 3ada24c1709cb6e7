namespace Dashboard.Web.Features.Imports.Run;

/// <summary>Negative ids for what an import would create, until it is applied and the database gives real ones.</summary>
internal sealed class PlaceholderIds
{
    private long last;

    public long Next() => --last;
}
