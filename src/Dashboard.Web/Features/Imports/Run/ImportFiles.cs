using Dashboard.Formats;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>The stored files of an import, recognised and ready to read.</summary>
internal sealed record ImportFiles(FileFormat Format, IReadOnlyList<InputFile> All, ReaderOptions Options)
{
    /// <summary>The only file, or of an S3 Inventory the manifest.</summary>
    public InputFile Main => All.FirstOrDefault(file => file.BaseName == "manifest.json") ?? All[0];
}
