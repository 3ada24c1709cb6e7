using System.Security.Cryptography;
using Dashboard.Core.Imports;
using Dashboard.Formats;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>
/// Stores the files of every import, in one folder for each. The worker can read them again after a crash, and an auditor years later.
/// </summary>
internal sealed class ImportStore(string folder)
{
    private const int BufferSize = 1 << 20;

    /// <summary>A new, empty folder for the files of one import.</summary>
    public string NewFolder()
    {
        var name = Guid.CreateVersion7().ToString("N");
        Directory.CreateDirectory(Path.Combine(folder, name));
        return name;
    }

    /// <summary>Stores and hashes a file as it is received.</summary>
    /// <param name="fileName">Only the last segment is used, and invalid characters are replaced.</param>
    /// <exception cref="InvalidDataException">The file has more than <paramref name="maxBytes"/>.</exception>
    public async Task<ImportedFile> AddAsync(string importFolder, string fileName, Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        var name = NameFor(fileName);
        var path = PathOf(importFolder, name);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        long length = 0;
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
        while (await content.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            length += read;
            if (length > maxBytes)
                throw new InvalidDataException($"{name} is larger than the limit of {maxBytes:N0} bytes.");
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        file.Flush(flushToDisk: true);
        return new(name, length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Removes the folder of an import that was not created.</summary>
    public void Discard(string importFolder)
    {
        if (Directory.Exists(Path.Combine(folder, importFolder)))
            Directory.Delete(Path.Combine(folder, importFolder), recursive: true);
    }

    /// <summary>Names of the folders that were last changed before a given time.</summary>
    public IEnumerable<string> FoldersUntouchedSince(DateTimeOffset moment) => Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateDirectories().Where(found => found.LastWriteTimeUtc < moment.UtcDateTime).Select(found => found.Name).ToArray()
        : [];

    /// <summary>The files of an import. Reading them updates the progress.</summary>
    public IReadOnlyList<InputFile> Open(Import import, ImportProgress progress) =>
        [.. import.Files.Select(file => new InputFile(file.Name, file.Length, () => new CountingStream(OpenFile(import, file), progress)))];

    /// <summary>The file as it was stored.</summary>
    public Stream OpenFile(Import import, ImportedFile file) => new FileStream(
        PathOf(import.Folder, file.Name), FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.SequentialScan);

    /// <summary>One hash for all files: that of a single file, or the hash of the files' hashes in order of name.</summary>
    public static string HashOf(IReadOnlyCollection<ImportedFile> files) => files.Count == 1
        ? files.First().Sha256
        : Convert.ToHexStringLower(SHA256.HashData([.. files.OrderBy(f => f.Name, StringComparer.Ordinal).SelectMany(f => Convert.FromHexString(f.Sha256))]));

    /// <summary>The name that a file is stored under.</summary>
    public static string NameFor(string fileName)
    {
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = string.Concat(name.Select(letter => char.IsControl(letter) || "<>:\"|?*".Contains(letter) ? '_' : letter)).Trim('.', ' ');
        var fitting = safe.Length switch { 0 => "file", > 150 => safe[^150..], _ => safe };
        return string.Concat(fitting.EnumerateRunes()); // If the cut splits a surrogate pair, its half becomes the replacement character.
    }

    private string PathOf(string importFolder, string name) => Path.Combine(folder, importFolder, name);
}
