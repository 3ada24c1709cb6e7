using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
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
    public async Task<Member> SignInAsync(MemberClaims claims, CancellationToken cancellationToken)
    {
        try
        {
            return await StoreAsync(claims, cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // The same person signed in twice at the same moment and the other sign-in was faster. Its row is found now.
            return await StoreAsync(claims, cancellationToken);
        }
    }

    private async Task<Member> StoreAsync(MemberClaims claims, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var known = await context.Members.AsNoTracking().SingleOrDefaultAsync(member => member.Subject == claims.Subject, cancellationToken);
        if (known?.Agrees(claims) == true)
        {
            await context.Members.Where(member => member.Id == known.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(member => member.LastSignIn, now), cancellationToken);
            return known;
        }

        var member = known ?? Member.Register(claims, now);
        await using var change = await context.BeginChangeAsync(SignInEntries.ActorOf(claims), time, cancellationToken);
        if (known is null)
            context.Members.Add(member);
        else
            context.Members.Attach(member).Entity.SignIn(claims, now);
        var changes = FieldChanges.Of(context, member);
        await context.SaveChangesAsync(cancellationToken);
        await change.CommitAsync(SignInEntries.Of(member, isNew: known is null, changes), cancellationToken);
        return member;
    }
}
