using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Web.Security;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Sources;

internal sealed record AddMappingRuleRequest(long SourceId, MappingKind Kind, string Pattern, string DatasetUrn, CopyRole Role);

/// <summary>Adds a mapping rule. It counts from the source's next import on.</summary>
internal sealed class AddMappingRule(IDbContextFactory<DashboardContext> contexts, MemberAccess access, ChangeNotices notices)
{
    /// <returns>The rule's id.</returns>
    public async Task<Result<long>> HandleAsync(AddMappingRuleRequest request, CancellationToken cancellationToken)
    {
        if ((await access.RequireAsync(Permission.ManageMappingRules, cancellationToken)).Refusal is { } refusal)
            return refusal;
        var created = MappingRule.Create(request.SourceId, request.Kind, request.Pattern, request.DatasetUrn, request.Role);
        if (created.Refusal is { } invalid)
            return invalid;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var rule = created.Value;
        if (!await context.Sources.AnyAsync(source => source.Id == rule.SourceId, cancellationToken))
            return new SourceNotFound();
        if (await context.MappingRules.AnyAsync(known => known.SourceId == rule.SourceId && known.Kind == rule.Kind && known.Pattern == rule.Pattern, cancellationToken))
            return new MappingRuleExists(rule.Pattern);
        context.MappingRules.Add(rule);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        notices.Raise(ChangeTopic.Sources);
        return rule.Id;
    }
}
