using Dashboard.Formats;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>The stored files of an import, with their recognized format.</summary>
internal sealed record ImportFiles(FileFormat Format, IReadOnlyList<InputFile> All, ReaderOptions Options)
{
    /// <summary>The only file, or the manifest of an S3 Inventory.</summary>
    public InputFile Main => All.FirstOrDefault(file => file.BaseName == "manifest.json") ?? All[0];
}
