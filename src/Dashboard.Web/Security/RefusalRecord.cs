using System.Collections.Concurrent;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Security;

/// <summary>Puts on record who was turned away.</summary>
internal sealed class RefusalRecord(IDbContextFactory<DashboardContext> contexts, IOptions<ProgrammeSettings> programme, TimeProvider clock)
{
    private readonly ConcurrentDictionary<(long MemberId, Permission Permission), DateOnly> recorded = new();

    /// <summary>At sign-in: a suspended member, or a lead or reviewer without the oversight country.</summary>
    public Task AtSignInAsync(Member member, CancellationToken cancellationToken)
    {
        var country = programme.Value.OversightCountry;
        return !member.IsActive ? RecordAsync(member, SignInEntries.Suspended(member), cancellationToken)
            : member.EffectiveRoles(country) != member.Roles ? RecordAsync(member, SignInEntries.WithoutCountry(member, country), cancellationToken)
            : Task.CompletedTask;
    }

    /// <summary>At an attempt to act. Once a day for each member and permission: a page that reloads itself must not fill the log.</summary>
    public async Task AtActionAsync(Member member, Permission permission, OutsideOversightCountry refusal, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var key = (member.Id, permission);
        // One page asks several things at once: whoever writes the day down first records it.
        if (!(recorded.TryGetValue(key, out var last) ? last != today && recorded.TryUpdate(key, today, last) : recorded.TryAdd(key, today)))
            return;
        try
        {
            await RecordAsync(member, SignInEntries.WithoutCountry(member, refusal.Required, permission), cancellationToken);
        }
        catch
        {
            recorded.TryRemove(new(key, today));
            throw;
        }
    }

    private async Task RecordAsync(Member member, LedgerDraft draft, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.RecordAsync(member, draft, clock, cancellationToken);
    }
}
