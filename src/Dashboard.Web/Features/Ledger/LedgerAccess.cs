using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Ledger;

/// <summary>Checks who may read the ledger. Auditors and leads see all of it; reviewers see entries about deletion batches.</summary>
internal sealed class LedgerAccess(MemberAccess access, IOptions<ProgrammeSettings> programme)
{
    public async Task<Result<LedgerReader>> OpenAsync(CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.ViewBatchEntries, cancellationToken);
        return member.Refusal is { } refusal ? refusal : new LedgerReader(member.Value, programme.Value.OversightCountry);
    }

    /// <summary>Requires permission to read the whole ledger.</summary>
    public Task<Result<Member>> RequireAllAsync(CancellationToken cancellationToken) => access.RequireAsync(Permission.ViewLedger, cancellationToken);
}

/// <summary>The reader, and how much of the ledger they may see.</summary>
internal sealed class LedgerReader(Member member, string oversightCountry)
{
    public bool SeesAll => May(Permission.ViewLedger);

    public bool May(Permission permission) => member.May(permission, oversightCountry).IsDone;

    /// <summary>Refuses an entry that does not exist or that this reader may not see.</summary>
    public async Task<Result> MayReadAsync(DashboardContext context, long sequence, CancellationToken cancellationToken)
    {
        if (!await context.LedgerEntries.AnyAsync(entry => entry.Sequence == sequence, cancellationToken))
            return new EntryNotFound(sequence);
        if (SeesAll || await context.LedgerSubjects.AnyAsync(link => link.Sequence == sequence && link.Kind == LedgerSubjects.BatchKind, cancellationToken))
            return Result.Done;
        return new EntryOfNoBatch();
    }
}
