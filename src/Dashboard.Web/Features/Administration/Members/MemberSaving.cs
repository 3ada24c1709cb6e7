using Dashboard.Core;
using Dashboard.Core.Administration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Members;

internal static class MemberSaving
{
    /// <summary>Refuses where the member changed in between: another administrator was faster, or the member just signed in.</summary>
    public static async Task<Result> SaveMemberAsync(this DashboardContext context, Member member, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return Result.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new StaleEdit($"The membership of {member.Name}");
        }
    }
}
