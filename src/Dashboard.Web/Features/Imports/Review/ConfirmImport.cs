using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Web.Databases;
using Dashboard.Web.Features.Imports.Run;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Imports.Review;

/// <param name="Version">The version of the import whose preview the member saw.</param>
/// <param name="RowsSeen">The number of rows that the member saw elsewhere, if nothing else shows that the file is whole.</param>
internal sealed record ConfirmImportRequest(long ImportId, long Version, long? RowsSeen = null);

/// <summary>
/// Confirms an import, so that it is applied as its preview shows. If another import of the source was applied after the preview, this
/// refuses the confirmation and queues a new preview.
/// </summary>
internal sealed class ConfirmImport(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, ImportQueue queue, IOptions<ProgrammeSettings> programme, TimeProvider clock)
{
    public Task<Result> HandleAsync(ConfirmImportRequest request, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(request, cancellationToken), cancellationToken);

    private async Task<Result> OnceAsync(ConfirmImportRequest request, CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.RunImports, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;

        if (request.RowsSeen is not null && !IsLead(member.Value))
            return new CountNeedsOversight();

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(member.Value, clock, cancellationToken);
        if (await context.Imports.SingleOrDefaultAsync(import => import.Id == request.ImportId, cancellationToken) is not { } import)
            return new ImportNotFound();
        var source = await context.Sources.AsNoTracking().SingleAsync(source => source.Id == import.SourceId, cancellationToken);
        if (source.Kind is SourceKind.Register && import.WaitsBecause is not null && !IsLead(member.Value))
            return new LoweringNeedsLead();
        var isOvertaken = import.IsOvertaken(source);
        if (isOvertaken && import.State is ImportState.AwaitingConfirmation)
            import.CompareAgain();
        else if (import.Confirm(member.Value, request.RowsSeen).Refusal is { } notNow)
            return notNow;
        context.Entry(import).Property(i => i.Version).OriginalValue = request.Version;
        var entry = isOvertaken ? ImportEntries.ComparedAgain(import, source) : ImportEntries.Confirmed(import, source);
        var saved = await change.CommitUnlessStaleAsync(entry, "The import", cancellationToken);
        if (!saved.IsDone)
            return new ImportChangedMeanwhile();

        queue.Wake();
        return isOvertaken ? new ImportOvertaken(source.Name) : Result.Done;
    }

    private bool IsLead(Member member) => member.EffectiveRoles(programme.Value.OversightCountry).HasFlag(Roles.GovernanceLead);
}
