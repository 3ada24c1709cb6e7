using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Features.Inventory.List;
using Dashboard.Web.Features.Inventory.Query;

namespace Dashboard.Web.Features.Inventory.Export;

/// <summary>Creates the ledger entry for an export of copies.</summary>
internal static class CopyExportEntry
{
    /// <param name="rows">The exact number of rows; null to use the totals.</param>
    public static LedgerDraft Of(ExportCopiesRequest request, CopyColumn[] columns, CopyTotals totals, long? rows, InventoryLookups lookups) =>
        new RowsExported(LedgerSubjects.Programme, "copies", request.Format, rows ?? totals.Copies)
        {
            IsExact = rows is not null || !totals.IsCapped,
            Filter = new InventoryAddress { Terms = request.Filter.Terms, Sort = request.Sort }.To("").TrimStart('?'),
            Columns = Array.ConvertAll(columns, column => column.Key),
            OwnSystems = lookups.OwnSystems is { } own ? Array.ConvertAll(own, id => lookups.Systems[id]) : null,
            Related = Named(request.Filter, lookups),
        }.ToDraft();

    /// <summary>The sources, locations and dataset that the filter names.</summary>
    private static IEnumerable<LedgerSubject> Named(CopyFilter filter, InventoryLookups lookups) =>
    [
        .. filter.Sources.Where(lookups.Sources.ContainsKey).Select(id => LedgerSubjects.Of(lookups.Sources[id])),
        .. filter.Locations.Where(lookups.Positions.Locations.ContainsKey).Select(id => LedgerSubjects.Of(lookups.Positions.Locations[id])),
        .. filter.Dataset is { } dataset ? [LedgerSubjects.OfDataset(dataset)] : Array.Empty<LedgerSubject>(),
    ];
}
