using Dashboard.Core.Inventory;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core;

/// <summary>The rows that every programme starts with: the default classifications, and the system of what no register describes.</summary>
public static class ReferenceRows
{
    /// <summary>Adds what is not there yet. Never changes what is.</summary>
    public static async Task EnsureAsync(DashboardContext context, CancellationToken cancellationToken)
    {
        if (!await context.Classifications.AnyAsync(cancellationToken))
            context.Classifications.AddRange(Classification.Defaults());
        if (!await context.Systems.AnyAsync(system => system.Name == DataSystem.UnknownName, cancellationToken))
            context.Systems.Add(new(DataSystem.UnknownName));
        await context.SaveChangesAsync(cancellationToken);
    }
}
