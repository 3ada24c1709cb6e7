using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Holds;

/// <summary>What holds can be placed on.</summary>
internal static class HoldScopes
{
    /// <summary>The name of the object with this id; null if there is none.</summary>
    public static Task<string?> NameOfAsync(DashboardContext context, HoldScope scope, long id, CancellationToken cancellationToken) => (scope switch
    {
        HoldScope.Dataset => context.Datasets.Where(dataset => dataset.Id == id).Select(dataset => dataset.Name),
        HoldScope.System => context.Systems.Where(system => system.Id == id).Select(system => system.Name),
        HoldScope.Location => context.Locations.Where(location => location.Id == id).Select(location => location.Name),
        HoldScope.Classification => context.Classifications.Where(classification => classification.Id == id).Select(classification => classification.Name),
        _ => context.Waves.Where(wave => wave.Id == id).Select(wave => wave.Name),
    }).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The subjects of the hold's ledger entries in addition to the hold itself. A system has no history of its own.</summary>
    public static IReadOnlyList<LedgerSubject> SubjectsOf(LegalHold hold)
    {
        var id = hold.ScopeId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return hold.Scope switch
        {
            HoldScope.Dataset => [new(LedgerSubjects.DatasetKind, id, hold.ScopeName)],
            HoldScope.Location => [new(LedgerSubjects.LocationKind, id, hold.ScopeName)],
            HoldScope.Classification => [new(LedgerSubjects.ClassificationKind, id, hold.ScopeName)],
            HoldScope.Wave => [new(LedgerSubjects.WaveKind, id, hold.ScopeName)],
            _ => [],
        };
    }
}
