using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Features.Ledger.Signing;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Ledger.Witnesses;

/// <summary>The configured witnesses and the newest checkpoint that each has.</summary>
internal sealed class ListWitnesses(IDbContextFactory<DashboardContext> contexts, MemberAccess access, IOptions<LedgerSettings> settings)
{
    public async Task<Result<IReadOnlyList<WitnessRow>>> HandleAsync(CancellationToken cancellationToken)
    {
        if ((await access.RequireAsync(Permission.ViewLedger, cancellationToken)).Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = (await All(context).ToListAsync(cancellationToken)).ToDictionary(witness => witness.Url);
        return settings.Value.Witnesses.Select(url => known.GetValueOrDefault(url) ?? new(url, 0, null, false, null, 0, null)).ToArray();
    }

    internal static IQueryable<WitnessRow> All(DashboardContext context) => context.LedgerWitnesses.AsNoTracking().Select(witness => new WitnessRow(
        witness.Url, witness.Size, witness.AcceptedAt, witness.Cosignatures != "", witness.FailedAt, witness.Failures, witness.Problem));
}

/// <param name="Size">Entries in the newest checkpoint that it has.</param>
/// <param name="Signs">Whether it adds its own signature to our checkpoints.</param>
public sealed record WitnessRow(
    string Url, long Size, DateTimeOffset? AcceptedAt, bool Signs, DateTimeOffset? FailedAt, int Failures, string? Problem);
