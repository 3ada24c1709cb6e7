using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Imports;
using Dashboard.Web.Features.Imports.Run;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Dashboard.Web.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Imports.Review;

/// <summary>Everything that an import's page shows, how far it has come included. Cheap enough to be asked twice a second.</summary>
internal sealed class GetImport(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, RunningImports running, IOptions<ProgrammeSettings> programme,
    TimeProvider clock)
{
    private static readonly ImportState[] BeforeTheEnd = [ImportState.Received, ImportState.Reading, ImportState.Applying];

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
            Now(import.Id),
            import.State is ImportState.Received ? await Ahead(context, importId).CountAsync(cancellationToken) : 0,
            MayRun: member.May(Permission.RunImports, country).IsDone,
            MayExport: mayExport,
            MayTakeFiles: mayExport && member.SystemsSeen(Permission.ExportRows, country) is null,
            MaySeeDatasets: member.May(Permission.ViewDatasets, country).IsDone,
            SeesAllDatasets: member.SystemsSeen(Permission.ViewDatasets, country) is null,
            import.IsComparedAnew);
    }

    /// <summary>What the worker will take up before this import.</summary>
    internal static IQueryable<Import> Ahead(DashboardContext context, long importId) =>
        context.Imports.Where(import => import.Id < importId && BeforeTheEnd.Contains(import.State));

    private ImportNow? Now(long importId)
    {
        if (running.Find(importId) is not { } progress)
            return null;
        var doing = progress.Phase switch
        {
            ImportPhase.Waiting => "Starting",
            ImportPhase.Reading => "Reading the rows",
            ImportPhase.Comparing => "Comparing with what is known",
            _ => "Applying, in one transaction",
        };

        // Recognising a file reads its beginning a second time, so a little more than all of it is read.
        return new(
            doing, progress.Phase is ImportPhase.Reading, progress.Rows, progress.Rejected, Math.Min(progress.Bytes, progress.TotalBytes),
            progress.TotalBytes, clock.GetElapsedTime(progress.StartedAt));
    }
}

/// <param name="Now">Set while this server is working on it.</param>
/// <param name="Ahead">How many imports are taken up before this one, while it waits.</param>
public sealed record ImportDetails(
    long Id, long Version, ImportSource Source, ImportState State, string? Format, string Sha256, IReadOnlyList<ImportedFile> Files,
    bool IsComplete, DateTimeOffset AsOf, bool IsUnattended, string StartedBy, DateTimeOffset ReceivedAt, DateTimeOffset? FinishedAt,
    TimeSpan WorkTime, ImportCounts Counts, ImportSample Sample, IReadOnlyList<string> Notes, string? Refusal, ImportNow? Now, int Ahead,
    bool MayRun, bool MayExport, bool MayTakeFiles, bool MaySeeDatasets, bool SeesAllDatasets, bool IsComparedAnew = false)
{
    public bool IsUnderWay => State is ImportState.Received or ImportState.Reading or ImportState.Applying;

    public long Bytes => Files.Sum(file => file.Length);

    /// <summary>Copies that the source was known to have; the vanished are a share of these.</summary>
    public long Known => Counts.Vanished + Counts.VerifiedAbsent + Counts.Changed + Counts.Unchanged;
}

public sealed record ImportSource(long Id, string Name, string Key, SourceKind Kind);

/// <summary>How far a running import has come.</summary>
/// <param name="IsReading">Only while rows are read is the share of bytes a measure of what is left.</param>
public sealed record ImportNow(
    string Doing, bool IsReading, long Rows, long Rejected, long Bytes, long TotalBytes, TimeSpan Elapsed)
{
    public long RowsPerSecond => Elapsed.TotalSeconds < 0.2 ? 0 : (long)(Rows / Elapsed.TotalSeconds);
}
