using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Migration;
using Dashboard.Web.Controls.Charts;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Migration;

/// <summary>One wave: its dates, progress and history.</summary>
internal sealed class GetWave(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, IOptions<ProgrammeSettings> programme, TimeProvider clock)
{
    private const int HistoryDays = 180;

    public async Task<Result<WaveAnswer>> HandleAsync(long waveId, CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.ViewWaves, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var wave = await context.Waves.AsNoTracking().SingleOrDefaultAsync(wave => wave.Id == waveId, cancellationToken);
        if (wave is null)
            return new NotFound("The wave");
        var figures = await context.DailyFigures.AsNoTracking()
            .Where(figure => figure.WaveId == waveId)
            .OrderByDescending(figure => figure.Day)
            .Take(HistoryDays + 1)
            .ToListAsync(cancellationToken);

        return new WaveAnswer(
            WaveRow.Of(wave, figures.FirstOrDefault(), today),
            wave.Description,
            wave.Version,
            figures.FirstOrDefault()?.WrittenAt,
            [.. figures.Where(figure => figure.Day >= today.AddDays(-HistoryDays)).Reverse<Core.Summary.DailyFigure>().Select(figure =>
                new WaveDay(figure.Day, new(figure.BytesInside, figure.BytesOutside, figure.BytesUnknown)))],
            May(Permission.ViewDatasets),
            May(Permission.ManageWaves));

        bool May(Permission permission) => member.Value.May(permission, programme.Value.OversightCountry).IsDone;
    }
}

/// <param name="Version">Sent back with an edit. An edit of an older version is refused.</param>
public sealed record WaveAnswer(
    WaveRow Wave, string Description, long Version, DateTimeOffset? AsOf, IReadOnlyList<WaveDay> History, bool MayOpenDatasets, bool MayManage);

public sealed record WaveDay(DateOnly Day, Split Bytes);
