using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Web.Features.Deletions.Batches;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Deletions.Propose;

/// <param name="Quorum">Approvals that it will need under the current rules.</param>
/// <param name="Reviewers">Active reviewers other than its proposer, by unit. The unit is null if the identity provider gives none.</param>
public sealed record DraftAnswer(BatchDetails Batch, int Quorum, IReadOnlyList<ReviewersOfUnit> Reviewers)
{
    /// <summary>Units that could approve. Each approval must come from a different unit.</summary>
    public int Units => Reviewers.Count(unit => unit.Unit is not null);
}

public sealed record ReviewersOfUnit(string? Unit, int Members);

/// <summary>A draft as its proposer works on it, with the approvals it will need.</summary>
internal sealed class GetDraft(IDbContextFactory<DashboardContext> contexts, GetBatch get, IOptions<ProgrammeSettings> programme)
{
    public async Task<Result<DraftAnswer>> HandleAsync(long batchId, CancellationToken cancellationToken)
    {
        var found = await get.HandleAsync(batchId, cancellationToken);
        if (found.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var batch = await context.DeletionBatches.AsNoTracking().SingleAsync(batch => batch.Id == batchId, cancellationToken);
        var rules = await context.QuorumRules.AsNoTracking().ToListAsync(cancellationToken);
        var quorum = batch.Quorum > 0 ? batch.Quorum
            : QuorumRule.Of(rules, batch.Scope.Classifications.Select(classification => classification.ClassificationId), batch.Method);
        var country = programme.Value.OversightCountry;
        var members = await context.Members.AsNoTracking()
            .Where(member => member.IsActive && member.Country == country && (member.Roles & Roles.Reviewer) != Roles.None && member.Id != batch.ProposerId)
            .GroupBy(member => member.Unit)
            .Select(same => new ReviewersOfUnit(same.Key, same.Count()))
            .ToListAsync(cancellationToken);
        return new DraftAnswer(found.Value, quorum, [.. members.OrderBy(unit => unit.Unit, StringComparer.Ordinal)]);
    }
}
