using Dashboard.Core;
using Dashboard.Core.Administration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Security;

/// <summary>The members as the database has them, read anew at every call.</summary>
internal sealed class MemberDirectory(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    public async Task<Member?> FindAsync(string? subject, CancellationToken cancellationToken)
    {
        if (subject is null)
            return null;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Members.AsNoTracking().SingleOrDefaultAsync(member => member.Subject == subject, cancellationToken);
    }

    /// <summary>Keeps what the provider says of a person at sign-in.</summary>
    public async Task<Member> SignInAsync(MemberClaims claims, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var member = await context.Members.SingleOrDefaultAsync(known => known.Subject == claims.Subject, cancellationToken);
        if (member is null)
            context.Members.Add(member = Member.Register(claims, time.GetUtcNow()));
        else
            member.SignIn(claims, time.GetUtcNow());

        await context.SaveChangesAsync(cancellationToken);
        return member;
    }
}
