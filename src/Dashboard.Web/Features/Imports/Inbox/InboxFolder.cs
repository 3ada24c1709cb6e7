using System.Text;
using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Web.Features.Imports.Run;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Imports.Inbox;

/// <summary>
/// The folder in which other systems leave files: one folder for each source, named by its key. What is left there is received as an
/// unattended import once nobody writes to it any more, and then moved to <c>done</c> or, with the reason beside it, to <c>failed</c>.
/// </summary>
internal sealed class InboxFolder(
    string folder, IDbContextFactory<DashboardContext> contexts, ImportIntake intake, TimeProvider clock, ILogger<InboxFolder> log)
{
    private const string Done = "done";
    private const string Failed = "failed";
    private const string Readme = "README.txt";
    private const string ErrorEnding = ".error.txt";

    /// <summary>How long a folder may stay incomplete before it is taken as it is.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    private readonly Dictionary<string, (string State, DateTimeOffset Since)> seen = new(StringComparer.Ordinal);

    /// <summary>Looks once: makes folders of new sources, and receives what has not changed since the last look.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var sources = await SourcesAsync(cancellationToken);
        Directory.CreateDirectory(folder);
        WriteOnce(Path.Combine(folder, Readme), InboxTexts.Readme);
        foreach (var source in sources)
            Furnish(source);
        ExplainStrangers(sources);

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

    private void Furnish(Source source)
    {
        var own = Path.Combine(folder, source.Key);
        Directory.CreateDirectory(Path.Combine(own, Done));
        Directory.CreateDirectory(Path.Combine(own, Failed));
        WriteOnce(Path.Combine(own, Readme), InboxTexts.ReadmeOf(source));
    }

    /// <summary>What lies beside the sources' folders belongs to no source: a note says so, and goes when the cause has gone.</summary>
    private void ExplainStrangers(List<Source> sources)
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
                WriteOnce(entry.FullName + ErrorEnding, InboxTexts.Stranger(entry.Name, entry is DirectoryInfo, keys.Order(StringComparer.Ordinal)));
            }
        }
    }

    /// <summary>Ready is what is whole and looks as it did at the last look; what stays incomplete is taken after a while, to be refused by name.</summary>
    private bool IsReady(InboxDrop drop)
    {
        var now = clock.GetUtcNow();
        if (!seen.TryGetValue(drop.Path, out var before) || before.State != drop.State)
        {
            seen[drop.Path] = (drop.State, now);
            return false;
        }

        return drop.IsWhole || now - before.Since >= Patience;
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
            Reject(source, drop, $"The dashboard may not read it: {denied.Message}");
        }
        catch (IOException busy) // Still held by its writer, or the disk is full: the next look tries again.
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
        Directory.Move(drop.Path, path); // Moves files too.
        return path;
    }
}
