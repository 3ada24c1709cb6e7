using System.Text.Json;
using Dashboard.Web.Features.Imports.Run;

namespace Dashboard.Web.Features.Imports.Inbox;

/// <summary>An entry in a source's inbox: a file, or the folder of an S3 Inventory.</summary>
/// <param name="State">Names, sizes and times. If they stay the same, no one is writing to it.</param>
/// <param name="IsWhole">False while a folder lacks its manifest, or files that the manifest lists.</param>
internal sealed record InboxDrop(string Path, IReadOnlyList<FileInfo> Files, string State, bool IsWhole)
{
    private const string Manifest = "manifest.json";

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Time of the last write to the file, or to the manifest of a folder.</summary>
    public DateTimeOffset WrittenAt => (Files.FirstOrDefault(file => file.Name == Manifest) ?? Files.MaxBy(file => file.LastWriteTimeUtc))
        is { } file ? new(file.LastWriteTimeUtc, TimeSpan.Zero) : DateTimeOffset.MaxValue;

    public static InboxDrop Of(FileSystemInfo entry)
    {
        var all = entry is DirectoryInfo directory
            ? directory.EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal).ToArray()
            : [(FileInfo)entry];
        var files = all.Where(file => !IsHidden(file)).ToArray();
        var state = string.Join('\n', all.Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}"));
        return new(entry.FullName, files, state, entry is FileInfo || (all.All(file => !IsPart(file)) && HasAllListedFiles(files)));
    }

    /// <summary>Opens one file after the other, each when it is requested.</summary>
    public async IAsyncEnumerable<IncomingFile> OpenAsync()
    {
        foreach (var file in Files.Where(file => !IsPart(file)))
        {
            await using var content = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
            yield return new(file.Name, content);
        }
    }

    private static bool IsHidden(FileInfo file) => file.Name.StartsWith('.');

    private static bool IsPart(FileInfo file) => file.Name.EndsWith(".part", StringComparison.OrdinalIgnoreCase);

    private static bool HasAllListedFiles(FileInfo[] files)
    {
        if (files.FirstOrDefault(file => file.Name == Manifest) is not { } manifest)
            return false;
        try
        {
            using var stream = manifest.OpenRead();
            using var json = JsonDocument.Parse(stream);
            var present = files.Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
            return json.RootElement.GetProperty("files").EnumerateArray()
                .All(file => file.GetProperty("key").GetString() is { } key && present.Contains(key[(key.LastIndexOf('/') + 1)..]));
        }
        catch (Exception unfit) when (unfit is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return true; // The manifest is invalid. Reading it reports what is wrong.
        }
        catch (IOException)
        {
            return false;
        }
    }
}
