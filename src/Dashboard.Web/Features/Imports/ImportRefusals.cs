using Dashboard.Core;
using Dashboard.Web.Controls.Marks;

namespace Dashboard.Web.Features.Imports;

internal sealed record NoFileReceived() : Refusal("No file was received. Choose at least one.");

internal sealed record TooManyFiles(int Limit) : Refusal($"An import can have at most {Limit:N0} files. Split it into several partial imports.");

internal sealed record ImportTooLarge(long Limit)
    : Refusal($"An import can have at most {ByteText.Of(Limit)}. Compress the files with gzip, or split them into several partial imports.");

internal sealed record DuplicateFileName(string Name)
    : Refusal($"Two files are named {Name}. Give each file of an import a different name, even in different folders.");

internal sealed record StoredFileMissing(string Name) : Refusal($"{Name} is no longer in the storage folder. Restore the file from a backup; the import still has its hash.");

internal sealed record WholeFileHidden()
    : Refusal("The file lists every system, and data stewards see only their own. Ask a governance lead or an auditor for it.");

internal sealed record ImportChangedMeanwhile() : Refusal("The import has changed since you opened it. Check what it would change now, and confirm again.");
