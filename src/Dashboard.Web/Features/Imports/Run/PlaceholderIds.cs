namespace Dashboard.Web.Features.Imports.Run;

/// <summary>Negative IDs for what an import would create, until the database assigns real ones.</summary>
internal sealed class PlaceholderIds
{
    private long last;

    public long Next() => --last;
}
