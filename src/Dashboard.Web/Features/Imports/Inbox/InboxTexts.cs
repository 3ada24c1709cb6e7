using Dashboard.Core;
using Dashboard.Core.Imports;

namespace Dashboard.Web.Features.Imports.Inbox;

/// <summary>The notes that the inbox writes into its folders.</summary>
internal static class InboxTexts
{
    public const string Readme = """
        Inbox of the data residency dashboard

        Each folder here belongs to one source and is named by the source's key. Put a file in a source's folder to import it
        automatically. A file is imported when its size has not changed for a few seconds. To be sure that it is complete,
        write it as name.part and rename it at the end. Names that end in .part or begin with a dot are ignored. An AWS S3
        Inventory is a folder with manifest.json and the data files that it lists.

        Received files are moved to "done", with the import's number before the name. Files that cannot be received are moved
        to "failed", next to a file that says why. The import's page in the dashboard shows what it changed, or why it was
        refused. If more than a fifth of what the source had would vanish, the import waits there for a person to confirm it.

        """;

    public static string ReadmeOf(Source source) => $"""
        Inbox of the source "{source.Name}" ({Naming.Of(source.Kind)} data)

        Files in this folder are imported as {(source.IsComplete ? "complete: what a file does not list counts as gone" : "partial: what a file does not list stays as it is")}.
        Their “as of” time is the time of the last write, unless the file includes a time. See README.txt one folder up.

        """;

    public static string UnknownEntry(string name, bool isFolder, IEnumerable<string> keys) => $"""
        Nothing is imported from "{name}".
        {(isFolder ? $"There is no source with the key {name}." : "It is not in the folder of a source.")}
        {(keys.Any() ? $"The sources are: {string.Join(", ", keys)}. Move the file into the folder of its source, or add a source with this key in the dashboard." : "There are no sources yet. Add one in the dashboard, under Sources.")}

        """;
}
