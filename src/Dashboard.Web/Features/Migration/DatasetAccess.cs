using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Migration;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Migration;

/// <summary>Opens a dataset for members who may see it. A data steward may see only datasets of their own systems.</summary>
internal sealed class DatasetAccess(MemberAccess access, IOptions<ProgrammeSettings> programme)
{
    public async Task<Result<OpenedDataset>> OpenAsync(DashboardContext context, long datasetId, CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.ViewDatasets, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;
        var dataset = await context.Datasets.AsNoTracking().SingleOrDefaultAsync(dataset => dataset.Id == datasetId, cancellationToken);
        if (dataset is null)
            return new NotFound("The dataset");
        var system = await context.Systems.Where(system => system.Id == dataset.SystemId).Select(system => system.Name).SingleAsync(cancellationToken);
        var seen = member.Value.SystemsSeen(Permission.ViewDatasets, programme.Value.OversightCountry);
        if (seen is not null && !seen.Contains(system))
            return new DatasetOfAnotherSystem();
        return new OpenedDataset(
            dataset, system, May(Permission.ViewWaves), May(Permission.ViewInventory), May(Permission.ViewImports),
            May(Permission.RecordComparisons));

        bool May(Permission permission) => member.Value.May(permission, programme.Value.OversightCountry).IsDone;
    }
}

internal sealed record OpenedDataset(
    Dataset Dataset, string System, bool MayOpenWaves, bool MayOpenInventory, bool MayOpenImports, bool MayRecordComparisons);
