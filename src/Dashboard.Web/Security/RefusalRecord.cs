using System.Collections.Concurrent;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Settings;
using Dashboard.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Security;

/// <summary>Puts on record who was turned away.</summary>
internal sealed class RefusalRecord(IDbContextFactory<DashboardContext> contexts, IOptions<ProgrammeSettings> programme, TimeProvider clock)
{
    /// <summary>What this server knows to be on record, so that a page that reloads itself does not even ask the database.</summary>
    private readonly ConcurrentDictionary<(long MemberId, Permission Permission), DateOnly> recorded = new();

    /// <summary>At sign-in: a suspended member, or a lead or reviewer without the oversight country.</summary>
    public Task AtSignInAsync(Member member, CancellationToken cancellationToken)
    {
        var country = programme.Value.OversightCountry;
        return !member.IsActive ? RecordAsync(member, SignInEntries.Suspended(member), cancellationToken)
            : member.EffectiveRoles(country) != member.Roles ? RecordAsync(member, SignInEntries.WithoutCountry(member, country), cancellationToken)
            : Task.CompletedTask;
    }

    /// <summary>At an attempt to act. Once a day (UTC) for each member and permission: a page that reloads itself must not fill the log.</summary>
    public async Task AtActionAsync(Member member, Permission permission, OutsideOversightCountry refusal, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (recorded.GetValueOrDefault((member.Id, permission)) == today)
            return;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(member, clock, cancellationToken);
        // Takes the member's turn: two requests, or two servers, must not both find nothing.
        await context.Members.Where(known => known.Id == member.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.LastSignIn, known => known.LastSignIn), cancellationToken);
        var told = await Told(context, member.Subject, today).ToListAsync(cancellationToken);
        if (!told.Exists(content => SignInEntries.WantedIn(EntryContent.Parse(content)) == permission.ToString()))
            await change.CommitAsync(SignInEntries.WithoutCountry(member, refusal.Required, permission), cancellationToken);
        recorded[(member.Id, permission)] = today;
    }

    /// <summary>The day's refusals of a member: at most one for each permission, and those at sign-in.</summary>
    internal static IQueryable<byte[]> Told(DashboardContext context, string subject, DateOnly day)
    {
        var midnight = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        return context.LedgerEntries
            .Where(entry => entry.ActorSubject == subject && entry.Action == LedgerActions.MemberRefusedForCountry && entry.Time >= midnight)
            .Select(entry => entry.Content);
    }

    private async Task RecordAsync(Member member, LedgerDraft draft, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.RecordAsync(member, draft, clock, cancellationToken);
    }
}
