using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Features.Administration.Boundary;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Classifications;

/// <param name="Id">Null for a new classification.</param>
/// <param name="Version">The version that was edited; ignored for a new one.</param>
internal sealed record SaveClassificationRequest(long? Id, long Version, string Name, string Description, bool MustBeInside);

/// <summary>Creates or edits a classification.</summary>
internal sealed class SaveClassification(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    public async Task<Result<Consequence>> PreviewAsync(SaveClassificationRequest request, CancellationToken cancellationToken)
    {
        if ((await access.RequireAsync(Permission.ManageClassifications, cancellationToken)).Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var facts = await BoundaryFacts.LoadAsync(context, cancellationToken);
        var revised = await MakeAsync(context, request, cancellationToken);
        if (revised.Refusal is { } invalid)
            return invalid;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return await Consequences.OfAsync(context, facts, facts.With(revised.Value), today, today, cancellationToken);
    }

    public Task<Result> HandleAsync(SaveClassificationRequest request, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(request, cancellationToken), cancellationToken);

    private async Task<Result> OnceAsync(SaveClassificationRequest request, CancellationToken cancellationToken)
    {
        var lead = await access.RequireAsync(Permission.ManageClassifications, cancellationToken);
        if (lead.Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(lead.Value, clock, cancellationToken);
        var revised = await MakeAsync(context, request, cancellationToken);
        if (revised.Refusal is { } invalid)
            return invalid;
        var classification = revised.Value;
        if (request.Id is null)
            context.Classifications.Add(classification);
        var changes = FieldChanges.Of(context, classification);
        if (changes.Count == 0)
            return Result.Done;
        return await change.SaveAndRecalculateAsync(context, "The classification", Draft, clock.GetUtcNow(), cancellationToken);

        LedgerDraft Draft() => new(
            request.Id is null ? LedgerActions.ClassificationCreated : LedgerActions.ClassificationRevised,
            LedgerSubjects.Of(classification),
            $"{(request.Id is null ? "created" : "revised")} the classification “{classification.Name}”, which {(classification.MustBeInside ? "must" : "need not")} be inside")
        {
            Changes = changes,
        };
    }

    private static async Task<Result<Classification>> MakeAsync(
        DashboardContext context, SaveClassificationRequest request, CancellationToken cancellationToken)
    {
        var known = await context.Classifications.ToListAsync(cancellationToken);
        var name = request.Name.Trim();
        // Registers would treat names that differ only in case as two classifications, but people would read them as one.
        if (known.Exists(other => other.Id != (request.Id ?? 0) && other.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            return new ClassificationNameTaken(name);
        if (request.Id is not { } id)
            return Classification.Create(name, request.Description, request.MustBeInside);
        if (known.Find(classification => classification.Id == id) is not { } revised)
            return new NotFound("The classification");
        if (revised.Version != request.Version)
            return new StaleEdit("The classification");
        return revised.Revise(name, request.Description, request.MustBeInside).Refusal is { } refusal ? refusal : revised;
    }
}
