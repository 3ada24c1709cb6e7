namespace Dashboard.Formats;

/// <summary>One file of an upload. Most formats are one file; an S3 Inventory is its manifest and the data files that it lists.</summary>
/// <param name="Name">The file's name, with or without folders; only the last segment is compared.</param>
/// <param name="Length">Size in bytes as stored, before any decompression.</param>
/// <param name="Open">Opens the file at its start. May be called more than once (detection, then reading); the reader disposes the stream.
/// To show progress, return a stream that counts the stored (still compressed) bytes read from it.</param>
public sealed record InputFile(string Name, long Length, Func<Stream> Open)
{
    /// <summary>The last segment of <see cref="Name"/>, after the last slash or backslash.</summary>
    public string BaseName => Name[(Name.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
}
