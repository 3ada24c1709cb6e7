using System.Collections.Concurrent;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Security;

/// <summary>Records in the ledger who was refused.</summary>
internal sealed class RefusalRecord(IDbContextFactory<DashboardContext> contexts, IOptions<ProgrammeSettings> programme, TimeProvider clock)
{
    /// <summary>Refusals that this server knows are recorded, so that a page that reloads itself does not query the database.</summary>
    private readonly ConcurrentDictionary<(long MemberId, Permission Permission), DateOnly> recorded = new();

    /// <summary>Records a refusal at sign-in: of a suspended member, or of a lead or reviewer without the oversight country.</summary>
    public Task AtSignInAsync(Member member, CancellationToken cancellationToken)
    {
        var country = programme.Value.OversightCountry;
        return !member.IsActive ? RecordAsync(member, SignInEntries.Suspended(member), cancellationToken)
            : member.EffectiveRoles(country) != member.Roles ? RecordAsync(member, SignInEntries.WithoutCountry(member, country), cancellationToken)
            : Task.CompletedTask;
    }

    /// <summary>Records a refused attempt to act, once a day (UTC) per member and permission, so that a page that reloads itself cannot fill the ledger.</summary>
    public async Task AtActionAsync(Member member, Permission permission, OutsideOversightCountry refusal, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (recorded.GetValueOrDefault((member.Id, permission)) == today)
            return;

        await contexts.RepeatAsync(() => OnceAsync(member, permission, refusal, today, cancellationToken), cancellationToken);
        recorded[(member.Id, permission)] = today;
    }

    private async Task<bool> OnceAsync(
        Member member, Permission permission, OutsideOversightCountry refusal, DateOnly today, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(member, clock, cancellationToken);
        var refusals = await RefusalsOn(context, member.Subject, today).ToListAsync(cancellationToken);
        if (refusals.Exists(content => SignInEntries.PermissionIn(EntryContent.Parse(content)) == permission.ToString()))
            return false;
        await change.CommitAsync(SignInEntries.WithoutCountry(member, refusal.Required, permission), cancellationToken);
        return true;
    }

    /// <summary>A member's refusals on a day: at most one per permission, plus those at sign-in.</summary>
    internal static IQueryable<byte[]> RefusalsOn(DashboardContext context, string subject, DateOnly day)
    {
        var midnight = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        return context.LedgerEntries
            .Where(entry => entry.ActorSubject == subject && entry.Action == LedgerActions.MemberRefusedForCountry && entry.Time >= midnight)
            .Select(entry => entry.Content);
    }

    private Task<bool> RecordAsync(Member member, LedgerDraft draft, CancellationToken cancellationToken) =>
        contexts.RepeatAsync(() => RecordOnceAsync(member, draft, cancellationToken), cancellationToken);

    private async Task<bool> RecordOnceAsync(Member member, LedgerDraft draft, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.RecordAsync(member, draft, clock, cancellationToken);
        return true;
    }
}
