using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core;

/// <summary>
/// The rows that every programme starts with: the default classifications, and the system for datasets that no register describes.
/// </summary>
public static class ReferenceRows
{
    /// <summary>Adds the rows that are missing. Never changes existing ones.</summary>
    public static async Task EnsureAsync(DashboardContext context, CancellationToken cancellationToken)
    {
        if (!await context.Classifications.AnyAsync(cancellationToken))
            context.Classifications.AddRange(Classification.Defaults());
        if (!await context.Systems.AnyAsync(system => system.Name == DataSystem.UnknownName, cancellationToken))
            context.Systems.Add(new(DataSystem.UnknownName));
        await context.SaveChangesAsync(cancellationToken);
    }
}
