using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Ledger.Signing;

/// <summary>Makes sure that the ledger has its first entry under the configured key before anything can change.</summary>
internal sealed class LedgerStart(
    IDbContextFactory<DashboardContext> contexts, LedgerKeys keys, IOptions<LedgerSettings> settings, TimeProvider clock) : IStartStep
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var begun = await contexts.RepeatAsync(() => OnceAsync(cancellationToken), cancellationToken);
        if (begun.Refusal is { } refusal)
            throw new LedgerCannotStartException(refusal.Message);
    }

    private async Task<Result> OnceAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await LedgerBeginning.EnsureAsync(context, keys, settings.Value.RotateFrom, clock, cancellationToken);
    }
}

/// <summary>The message says what someone has to decide before the dashboard can start.</summary>
internal sealed class LedgerCannotStartException(string message) : Exception(message);
