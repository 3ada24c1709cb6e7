using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Sources;

internal sealed record AddMappingRuleRequest(long SourceId, MappingKind Kind, string Pattern, string DatasetUrn, CopyRole Role);

/// <summary>Adds a mapping rule. It applies from the source's next import on.</summary>
internal sealed class AddMappingRule(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    /// <returns>The rule's id.</returns>
    public Task<Result<long>> HandleAsync(AddMappingRuleRequest request, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(request, cancellationToken), cancellationToken);

    private async Task<Result<long>> OnceAsync(AddMappingRuleRequest request, CancellationToken cancellationToken)
    {
        var lead = await access.RequireAsync(Permission.ManageMappingRules, cancellationToken);
        if (lead.Refusal is { } refusal)
            return refusal;
        var created = MappingRule.Create(request.SourceId, request.Kind, request.Pattern, request.DatasetUrn, request.Role);
        if (created.Refusal is { } invalid)
            return invalid;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(lead.Value, clock, cancellationToken);
        var rule = created.Value;
        if (await context.Sources.AsNoTracking().SingleOrDefaultAsync(known => known.Id == rule.SourceId, cancellationToken) is not { } source)
            return new SourceNotFound();
        if (await context.MappingRules.AnyAsync(known => known.SourceId == rule.SourceId && known.Kind == rule.Kind && known.Pattern == rule.Pattern, cancellationToken))
            return new MappingRuleExists(rule.Pattern);
        context.MappingRules.Add(rule);
        var changes = context.ChangesOf(rule, source);
        await context.SaveChangesAsync(cancellationToken);
        await change.CommitAsync(
            new LedgerDraft(
                LedgerActions.MappingRuleAdded, LedgerSubjects.Of(rule), $"mapped the {rule.Description()} of the source “{source.Name}” to {rule.DatasetUrn}")
            {
                Changes = changes,
                Related = [LedgerSubjects.Of(source)],
            },
            cancellationToken);
        return rule.Id;
    }
}
