using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Security;

/// <summary>The members in the database, read again at every call.</summary>
internal sealed class MemberDirectory(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    public async Task<Member?> FindAsync(string? subject, CancellationToken cancellationToken)
    {
        if (subject is null)
            return null;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Members.AsNoTracking().SingleOrDefaultAsync(member => member.Subject == subject, cancellationToken);
    }

    /// <summary>The members with these subjects, by subject.</summary>
    public async Task<IReadOnlyDictionary<string, Member>> FindAllAsync(IReadOnlyCollection<string> subjects, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Members.AsNoTracking().Where(member => EF.Parameter(subjects).Contains(member.Subject)).ToDictionaryAsync(member => member.Subject, cancellationToken);
    }

    /// <summary>
    /// Stores what the provider says about a person at sign-in. The ledger records new members and changed claims, but not that someone
    /// signed in again.
    /// </summary>
    public Task<Member> SignInAsync(MemberClaims claims, CancellationToken cancellationToken) =>
        contexts.RepeatAsync(() => OnceAsync(claims, cancellationToken), cancellationToken);

    private async Task<Member> OnceAsync(MemberClaims claims, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (await AgreedAsync() is { } agreed)
            return agreed;

        await using var change = await context.BeginChangeAsync(SignInEntries.ActorOf(claims), time, cancellationToken);
        // Someone with several tabs signs in several times at once: another one may have recorded these claims while this one waited.
        if (await AgreedAsync() is { } meanwhile)
        {
            await change.DisposeAsync();
            return meanwhile;
        }

        var known = await context.Members.SingleOrDefaultAsync(member => member.Subject == claims.Subject, cancellationToken);
        var member = known ?? Member.Register(claims, now);
        if (known is null)
            context.Members.Add(member);
        else
            known.SignIn(claims, now);
        var changes = FieldChanges.Of(context, member);
        await context.SaveChangesAsync(cancellationToken);
        await change.CommitAsync(SignInEntries.Of(member, isNew: known is null, changes), cancellationToken);
        return member;

        async Task<Member?> AgreedAsync()
        {
            var found = await context.Members.AsNoTracking().SingleOrDefaultAsync(member => member.Subject == claims.Subject, cancellationToken);
            if (found?.Agrees(claims) != true)
                return null;
            await context.Members.Where(member => member.Id == found.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(member => member.LastSignIn, now), cancellationToken);
            return found;
        }
    }
}
