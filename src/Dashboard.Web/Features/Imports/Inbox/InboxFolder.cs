using System.Text;
using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Web.Features.Imports.Run;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Imports.Inbox;

/// <summary>
/// The folder in which other systems put files: one folder for each source, named by its key. When no one writes to a file any more,
/// it is received as an unattended import and moved to <c>done</c>, or to <c>failed</c> together with the reason.
/// </summary>
internal sealed class InboxFolder(
    string folder, IDbContextFactory<DashboardContext> contexts, ImportIntake intake, TimeProvider clock, ILogger<InboxFolder> log)
{
    private const string Done = "done";
    private const string Failed = "failed";
    private const string Readme = "README.txt";
    private const string ErrorEnding = ".error.txt";

    /// <summary>How long a folder may stay incomplete before it is received anyway.</summary>
    private static readonly TimeSpan IncompleteLimit = TimeSpan.FromHours(1);

    private readonly Dictionary<string, (string State, DateTimeOffset Since)> seen = new(StringComparer.Ordinal);

    /// <summary>Scans once: creates the folders of new sources, and receives entries that have not changed since the last scan.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var sources = await SourcesAsync(cancellationToken);
        Directory.CreateDirectory(folder);
        WriteOnce(Path.Combine(folder, Readme), InboxTexts.Readme);
        foreach (var source in sources)
            PrepareFolder(source);
        ExplainUnknownEntries(sources);

        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            foreach (var drop in Drops(Path.Combine(folder, source.Key)))
            {
                present.Add(drop.Path);
                if (IsReady(drop))
                    await ReceiveAsync(source, drop, cancellationToken);
            }
        }

        foreach (var gone in seen.Keys.Except(present).ToArray())
            seen.Remove(gone);
    }

    private static bool IsIgnored(string name) =>
        name.StartsWith('.') || name.EndsWith(".part", StringComparison.OrdinalIgnoreCase) || name is Readme or Done or Failed;

    private static InboxDrop[] Drops(string sourceFolder) => new DirectoryInfo(sourceFolder).EnumerateFileSystemInfos()
        .Where(entry => !IsIgnored(entry.Name))
        .OrderBy(entry => entry.LastWriteTimeUtc).ThenBy(entry => entry.Name, StringComparer.Ordinal)
        .Select(entry => InboxDrop.Of(entry))
        .ToArray();

    private static void WriteOnce(string path, string text)
    {
        if (!File.Exists(path))
            File.WriteAllText(path, text);
    }

    private async Task<List<Source>> SourcesAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Sources.AsNoTracking().OrderBy(source => source.Key).ToListAsync(cancellationToken);
    }

    private void PrepareFolder(Source source)
    {
        var own = Path.Combine(folder, source.Key);
        Directory.CreateDirectory(Path.Combine(own, Done));
        Directory.CreateDirectory(Path.Combine(own, Failed));
        WriteOnce(Path.Combine(own, Readme), InboxTexts.ReadmeOf(source));
    }

    /// <summary>Writes a note next to entries that belong to no source, and removes the note when the entry is gone.</summary>
    private void ExplainUnknownEntries(List<Source> sources)
    {
        var keys = sources.Select(source => source.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().ToArray())
        {
            if (entry.Name.EndsWith(ErrorEnding, StringComparison.Ordinal))
            {
                var about = entry.Name[..^ErrorEnding.Length];
                if (keys.Contains(about) || !Path.Exists(Path.Combine(folder, about)))
                    entry.Delete();
            }
            else if (!IsIgnored(entry.Name) && !keys.Contains(entry.Name))
            {
                WriteOnce(entry.FullName + ErrorEnding, InboxTexts.UnknownEntry(entry.Name, entry is DirectoryInfo, keys.Order(StringComparer.Ordinal)));
            }
        }
    }

    /// <summary>True if the entry is whole and unchanged since the last scan, or incomplete for too long; receiving it then reports what is missing.</summary>
    private bool IsReady(InboxDrop drop)
    {
        var now = clock.GetUtcNow();
        if (!seen.TryGetValue(drop.Path, out var before) || before.State != drop.State)
        {
            seen[drop.Path] = (drop.State, now);
            return false;
        }

        return drop.IsWhole || now - before.Since >= IncompleteLimit;
    }

    private async Task ReceiveAsync(Source source, InboxDrop drop, CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetUtcNow();
            var received = await intake.ReceiveAsync(
                new(source, source.IsComplete, drop.WrittenAt < now ? drop.WrittenAt : now, By: null),
                drop.OpenAsync(), cancellationToken);
            if (received.Refusal is { } refusal)
                Reject(source, drop, refusal.Message);
            else
                Move(drop, Path.Combine(folder, source.Key, Done), $"{received.Value}-{drop.Name}");
        }
        catch (UnauthorizedAccessException denied)
        {
            Reject(source, drop, $"The dashboard has no permission to read it: {denied.Message}");
        }
        catch (IOException busy) // The writer still has it open, or the disk is full. The next scan tries again.
        {
            log.LogWarning(busy, "{Path} could not be received yet.", drop.Path);
        }
    }

    private void Reject(Source source, InboxDrop drop, string reason)
    {
        log.LogWarning("{Path} was not received: {Reason}", drop.Path, reason);
        var moved = Move(drop, Path.Combine(folder, source.Key, Failed), $"{clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}-{drop.Name}");
        File.WriteAllText(moved + ErrorEnding, $"{drop.Name} was not imported.\n{reason}\n", Encoding.UTF8);
    }

    private string Move(InboxDrop drop, string target, string name)
    {
        seen.Remove(drop.Path);
        var path = Path.Combine(target, name);
        if (Path.Exists(path))
            path = Path.Combine(target, $"{Guid.CreateVersion7():N}-{name}");
        Directory.Move(drop.Path, path); // Also moves files.
        return path;
    }
}
