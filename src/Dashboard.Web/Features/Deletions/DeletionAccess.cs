using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Deletions;

/// <summary>Checks who may read batches. Leads, reviewers and auditors see everything; executives see totals only.</summary>
internal sealed class DeletionAccess(MemberAccess access, IOptions<ProgrammeSettings> programme)
{
    public async Task<Result<DeletionReader>> OpenAsync(CancellationToken cancellationToken, Permission permission = Permission.ViewDeletions)
    {
        var member = await access.RequireAsync(permission, cancellationToken);
        return member.Refusal is { } refusal ? refusal : new DeletionReader(member.Value, programme.Value.OversightCountry);
    }
}

/// <summary>The reader, and what else they may do.</summary>
internal sealed class DeletionReader(Member member, string oversightCountry)
{
    public Member Member => member;

    public bool May(Permission permission) => member.May(permission, oversightCountry).IsDone;
}
