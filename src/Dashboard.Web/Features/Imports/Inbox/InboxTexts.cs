using Dashboard.Core;
using Dashboard.Core.Imports;

namespace Dashboard.Web.Features.Imports.Inbox;

/// <summary>What the inbox tells people who look into its folders.</summary>
internal static class InboxTexts
{
    public const string Readme = """
        Inbox of the data residency dashboard

        Each folder here belongs to one source and is named by its key. Leave a file in a source's folder, and it is imported
        without anybody at the screen: a file is taken when its size has not changed for a few seconds. To be sure that it is
        taken whole, write it as name.part and rename it when it is complete; names that end in .part or begin with a dot are
        not touched. An AWS S3 Inventory is a folder that holds manifest.json and the data files that it lists.

        What was received is moved to "done", with the number of its import before its name. What could not be received is moved
        to "failed", with a file beside it that says why. The import's own page in the dashboard shows what it changed, or why
        it was refused. An import waits for a person there when more than a fifth of what the source had would vanish.

        """;

    public static string ReadmeOf(Source source) => $"""
        Inbox of the source "{source.Name}" ({Naming.Of(source.Kind)} data)

        Files left here are imported as {(source.IsComplete ? "complete: what a file does not list counts as gone" : "partial: what a file does not list is not touched")}.
        They count as of the time of their last write, unless the file itself says when it was made. See README.txt one folder up.

        """;

    public static string Stranger(string name, bool isFolder, IEnumerable<string> keys) => $"""
        Nothing is imported from "{name}".
        {(isFolder ? $"There is no source with the key {name}." : "It lies beside the sources' folders, and so belongs to no source.")}
        {(keys.Any() ? $"The sources are: {string.Join(", ", keys)}. Move the file into the folder of its source, or add a source with this key in the dashboard." : "There is no source yet. Add one in the dashboard, under Sources.")}

        """;
}
