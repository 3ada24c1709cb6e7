using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Features.Ledger;

namespace Dashboard.Web.Features.Inventory;

/// <summary>What the ledger says of an export of copies.</summary>
internal static class CopyExportEntry
{
    /// <param name="rows">Counted exactly; null to say what the totals know.</param>
    public static LedgerDraft Of(ExportCopiesRequest request, CopyColumn[] columns, CopyTotals totals, long? rows, InventoryFrame frame) =>
        new RowsExported(LedgerSubjects.Programme, "copies", request.Format, rows ?? totals.Copies)
        {
            IsExact = rows is not null || !totals.IsCapped,
            Filter = new InventoryAddress { Terms = request.Filter.Terms, Sort = request.Sort }.To("").TrimStart('?'),
            Columns = Array.ConvertAll(columns, column => column.Key),
            OwnSystems = frame.OwnSystems is { } own ? Array.ConvertAll(own, id => frame.Systems[id]) : null,
            Related = Named(request.Filter, frame),
        }.ToDraft();

    /// <summary>What the filter names one by one.</summary>
    private static IEnumerable<LedgerSubject> Named(CopyFilter filter, InventoryFrame frame) =>
    [
        .. filter.Sources.Where(frame.Sources.ContainsKey).Select(id => LedgerSubjects.Of(frame.Sources[id])),
        .. filter.Locations.Where(frame.Positions.Locations.ContainsKey).Select(id => LedgerSubjects.Of(frame.Positions.Locations[id])),
        .. filter.Dataset is { } dataset ? [LedgerSubjects.OfDataset(dataset)] : Array.Empty<LedgerSubject>(),
    ];
}
