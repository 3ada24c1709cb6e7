using Dashboard.Core;
using Dashboard.Core.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Ledger.Signing;

/// <summary>Makes sure that the ledger has its first entry under the configured key before anything can change.</summary>
internal sealed class LedgerStart(
    IDbContextFactory<DashboardContext> contexts, LedgerKeys keys, IOptions<LedgerSettings> settings, TimeProvider clock) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var begun = await LedgerBeginning.EnsureAsync(context, keys, settings.Value.RotateFrom, clock, cancellationToken);
        if (begun.Refusal is { } refusal)
            throw new LedgerCannotStartException(refusal.Message);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>The message says what someone has to decide before the dashboard can start.</summary>
internal sealed class LedgerCannotStartException(string message) : Exception(message);
