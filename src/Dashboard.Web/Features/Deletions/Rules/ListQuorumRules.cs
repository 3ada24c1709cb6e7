using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Deletions.Rules;

/// <param name="Classification">Null means every classification.</param>
/// <param name="Method">Null means every method.</param>
public sealed record QuorumRow(long Id, string? Classification, SanitizationMethod? Method, int Quorum, long Version);

public sealed record QuorumClass(long Id, string Name);

public sealed record QuorumAnswer(IReadOnlyList<QuorumRow> Rows, IReadOnlyList<QuorumClass> Classifications, bool MayManage);

/// <summary>Lists the rules on how many approvals batches need.</summary>
internal sealed class ListQuorumRules(IDbContextFactory<DashboardContext> contexts, DeletionAccess access)
{
    public async Task<Result<QuorumAnswer>> HandleAsync(CancellationToken cancellationToken)
    {
        var reader = await access.OpenAsync(cancellationToken, Permission.ViewApprovalRules);
        if (reader.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var classifications = await context.Classifications.OrderBy(one => one.Id).Select(one => new QuorumClass(one.Id, one.Name)).ToListAsync(cancellationToken);
        var rules = await context.QuorumRules.AsNoTracking().OrderBy(rule => rule.ClassificationId).ThenBy(rule => rule.Method).ToListAsync(cancellationToken);
        return new QuorumAnswer(
            rules.ConvertAll(rule => new QuorumRow(
                rule.Id, classifications.Find(one => one.Id == rule.ClassificationId)?.Name, rule.Method, rule.Quorum, rule.Version)),
            classifications, reader.Value.May(Permission.ManageApprovalRules));
    }
}
