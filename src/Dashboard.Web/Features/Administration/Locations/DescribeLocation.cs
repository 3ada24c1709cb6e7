using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Features.Administration.Boundary;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Locations;

/// <param name="Version">The version that was edited.</param>
/// <param name="Operator">Null or blank if not known.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null or blank if not known.</param>
internal sealed record DescribeLocationRequest(
    long Id, long Version, string Name, string? Operator, string? Country, LocationKind Kind, double? Latitude, double? Longitude);

/// <summary>Sets a location's operator, country, kind and coordinates. Its position follows from the operator and country.</summary>
internal sealed class DescribeLocation(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    public async Task<Result<Consequence>> PreviewAsync(DescribeLocationRequest request, CancellationToken cancellationToken)
    {
        if ((await access.RequireAsync(Permission.ManageBoundary, cancellationToken)).Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var facts = await BoundaryFacts.LoadAsync(context, cancellationToken);
        var described = await FindDescribedAsync(context, request, cancellationToken);
        if (described.Refusal is { } invalid)
            return invalid;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return await Consequences.OfAsync(context, facts, facts.With(described.Value), today, today, cancellationToken);
    }

    public Task<Result> HandleAsync(DescribeLocationRequest request, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(request, cancellationToken), cancellationToken);

    private async Task<Result> OnceAsync(DescribeLocationRequest request, CancellationToken cancellationToken)
    {
        var lead = await access.RequireAsync(Permission.ManageBoundary, cancellationToken);
        if (lead.Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(lead.Value, clock, cancellationToken);
        var described = await FindDescribedAsync(context, request, cancellationToken);
        if (described.Refusal is { } invalid)
            return invalid;
        var location = described.Value;
        var draft = new LedgerDraft(
            LedgerActions.LocationDescribed,
            LedgerSubjects.Of(location),
            $"described the location “{location.Name}”: {location.Operator ?? "operator not known"}, {(location.Country is null ? "country not known" : Countries.NameOf(location.Country))}")
        {
            Changes = FieldChanges.Of(context, location),
        };
        if (draft.Changes.Count == 0)
            return Result.Done;
        return await change.SaveAndRecalculateAsync(context, "The location", () => draft, clock.GetUtcNow(), cancellationToken);
    }

    private static async Task<Result<Location>> FindDescribedAsync(
        DashboardContext context, DescribeLocationRequest request, CancellationToken cancellationToken)
    {
        if (await context.Locations.SingleOrDefaultAsync(location => location.Id == request.Id, cancellationToken) is not { } location)
            return new NotFound("The location");
        if (location.Version != request.Version)
            return new StaleEdit("The location");
        var country = string.IsNullOrWhiteSpace(request.Country) ? null : request.Country.Trim();
        if (ContradictionIn(location, request.Operator?.Trim(), country) is { } published)
            return new ContradictsCloudRegion(published);
        var described = location.Describe(request.Name, request.Operator, country, request.Kind, request.Latitude, request.Longitude);
        return described.Refusal is { } refusal ? refusal : location;
    }

    /// <summary>
    /// The operator of a public cloud publishes the country of each region. If a location contradicted it, imports would also reject
    /// rows that name the region correctly.
    /// </summary>
    private static CloudRegion? ContradictionIn(Location location, string? operatorName, string? country)
    {
        var registered = CloudRegions.Find(location.Key.Split('/')[0], location.Region);
        var claimed = operatorName is null ? null : CloudRegions.Find(operatorName, location.Region);
        if (registered is not null && (!registered.Operator.Equals(operatorName, StringComparison.OrdinalIgnoreCase) || !IsIn(registered)))
            return registered;
        return claimed is not null && !IsIn(claimed) ? claimed : null;

        bool IsIn(CloudRegion region) => region.Country.Equals(country, StringComparison.OrdinalIgnoreCase);
    }
}

internal sealed record ContradictsCloudRegion(CloudRegion Published)
    : Refusal($"{Published.Region} is a published region of {Published.Operator} in {Countries.NameOf(Published.Country)}. You cannot enter a different operator or country.");
