using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Web.Features.Imports.Run;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Imports.Review;

/// <summary>Everything that an import's page shows, with its progress. Fast enough to run twice a second.</summary>
internal sealed class GetImport(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, RunningImports running, IOptions<ProgrammeSettings> programme,
    TimeProvider clock)
{
    private static readonly ImportState[] Unfinished = [ImportState.Received, ImportState.Reading, ImportState.Applying];

    public async Task<Result<ImportDetails>> HandleAsync(long importId, CancellationToken cancellationToken)
    {
        var asking = await access.RequireAsync(Permission.ViewImports, cancellationToken);
        if (asking.Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Imports.AsNoTracking().SingleOrDefaultAsync(import => import.Id == importId, cancellationToken) is not { } import)
            return new ImportNotFound();
        var source = await context.Sources.AsNoTracking().SingleAsync(source => source.Id == import.SourceId, cancellationToken);
        var member = asking.Value;
        var country = programme.Value.OversightCountry;
        var mayExport = member.May(Permission.ExportRows, country).IsDone;
        return new ImportDetails(
            import.Id, import.Version, new(source.Id, source.Name, source.Key, source.Kind), import.State, import.Format, import.Sha256,
            import.Files, import.IsComplete, import.AsOf, import.IsUnattended, import.StartedBy, import.ReceivedAt, import.FinishedAt,
            import.WorkTime, import.Counts, import.Sample, import.Notes, import.Refusal,
            Activity(import.Id),
            import.State is ImportState.Received ? await Ahead(context, importId).CountAsync(cancellationToken) : 0,
            MayRun: member.May(Permission.RunImports, country).IsDone,
            MayExport: mayExport,
            MayDownloadFiles: mayExport && member.SystemsSeen(Permission.ExportRows, country) is null,
            MaySeeDatasets: member.May(Permission.ViewDatasets, country).IsDone,
            SeesAllDatasets: member.SystemsSeen(Permission.ViewDatasets, country) is null,
            import.IsComparedAgain)
        {
            PartialBecause = import.PartialBecause,
            WholeBecause = import.WholeBecause,
            Coverage = import.Coverage,
            WaitsBecause = import.WaitsBecause,
            ConfirmedBy = import.ConfirmedBy,
            BroughtWithToken = import.TokenId is not null,
        };
    }

    /// <summary>Imports that the worker runs before this one.</summary>
    internal static IQueryable<Import> Ahead(DashboardContext context, long importId) =>
        context.Imports.Where(import => import.Id < importId && Unfinished.Contains(import.State));

    private ImportActivity? Activity(long importId)
    {
        if (running.Find(importId) is not { } progress)
            return null;
        var step = progress.Phase switch
        {
            ImportPhase.Waiting => "Starting",
            ImportPhase.Reading => "Reading the rows",
            ImportPhase.Comparing => "Comparing with the known data",
            _ => "Applying the changes in one transaction",
        };

        // Format detection reads the beginning of a file a second time, so the bytes read can exceed the total.
        return new(
            step, progress.Phase is ImportPhase.Reading, progress.Rows, progress.Rejected, Math.Min(progress.Bytes, progress.TotalBytes),
            progress.TotalBytes, clock.GetElapsedTime(progress.StartedAt));
    }
}

/// <param name="Activity">Set while this server is running the import.</param>
/// <param name="Ahead">The number of imports that run before this one, while it waits.</param>
public sealed record ImportDetails(
    long Id, long Version, ImportSource Source, ImportState State, string? Format, string Sha256, IReadOnlyList<ImportedFile> Files,
    bool IsComplete, DateTimeOffset AsOf, bool IsUnattended, string StartedBy, DateTimeOffset ReceivedAt, DateTimeOffset? FinishedAt,
    TimeSpan WorkTime, ImportCounts Counts, ImportSample Sample, IReadOnlyList<string> Notes, string? Refusal, ImportActivity? Activity, int Ahead,
    bool MayRun, bool MayExport, bool MayDownloadFiles, bool MaySeeDatasets, bool SeesAllDatasets, bool IsComparedAgain = false)
{
    public string? PartialBecause { get; init; }

    /// <summary>What shows that the files are whole; null if nothing does.</summary>
    public string? WholeBecause { get; init; }

    public IReadOnlyList<string> Coverage { get; init; } = [];

    /// <summary>Why it does not apply itself although no one brought it.</summary>
    public string? WaitsBecause { get; init; }

    public string? ConfirmedBy { get; init; }

    /// <summary>Whether the source pushed it with its own token.</summary>
    public bool BroughtWithToken { get; init; }

    public bool IsUnderWay => State is ImportState.Received or ImportState.Reading or ImportState.Applying;

    public long Bytes => Files.Sum(file => file.Length);

    /// <summary>Copies that the source had before. The vanished copies are a share of these.</summary>
    public long Known => Counts.Vanished + Counts.VerifiedAbsent + Counts.Changed + Counts.Unchanged + Counts.NotUnderstood + Counts.Unproved;
}

public sealed record ImportSource(long Id, string Name, string Key, SourceKind Kind);

/// <summary>The progress of a running import.</summary>
/// <param name="IsReading">True while rows are read. Only then does the share of bytes measure the progress.</param>
public sealed record ImportActivity(
    string Step, bool IsReading, long Rows, long Rejected, long Bytes, long TotalBytes, TimeSpan Elapsed)
{
    public long RowsPerSecond => Elapsed.TotalSeconds < 0.2 ? 0 : (long)(Rows / Elapsed.TotalSeconds);
}
