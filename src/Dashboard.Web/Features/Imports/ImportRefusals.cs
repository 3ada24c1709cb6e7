using Dashboard.Core;
using Dashboard.Web.Controls.Marks;

namespace Dashboard.Web.Features.Imports;

internal sealed record NoFileCame() : Refusal("No file came. Choose at least one.");

internal sealed record TooManyFiles(int Limit) : Refusal($"One import may bring at most {Limit:N0} files. Import them in parts, as partial imports.");

internal sealed record ImportTooLarge(long Limit)
    : Refusal($"One import may bring at most {ByteText.Of(Limit)}. Compress the files with gzip, or import them in parts, as partial imports.");

internal sealed record FileCameTwice(string Name)
    : Refusal($"Two files are called {Name}. Each file of an import needs a name of its own, whatever its folder.");

internal sealed record StoredFileGone(string Name) : Refusal($"{Name} is no longer in the storage folder. Its hash is kept; restore the file from a backup.");

internal sealed record WholeFileHidden()
    : Refusal("The file lists every system, and a data steward sees only their own. Ask a lead or an auditor for it.");

internal sealed record ImportChangedMeanwhile() : Refusal("The import has moved on since you looked. Look at what it would change now, and confirm again.");
