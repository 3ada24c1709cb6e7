using Dashboard.Formats;

namespace Dashboard.Web.Features.Imports.Pipeline;

/// <summary>The stored files of an import, recognised and ready to read.</summary>
/// <param name="Main">The file that decided the format: the manifest of an S3 Inventory, else the only file.</param>
internal sealed record ImportFiles(FileFormat Format, InputFile Main, IReadOnlyList<InputFile> All, ReaderOptions Options);
