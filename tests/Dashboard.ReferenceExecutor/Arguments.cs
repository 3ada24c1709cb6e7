using Dashboard.Ledger;

namespace Dashboard.ReferenceExecutor;

/// <summary>The command-line arguments.</summary>
/// <param name="Address">URL of the dashboard, such as <c>https://dashboard.example.com</c>.</param>
/// <param name="Token">Token of an executor.</param>
/// <param name="Folder">Contains the files that may be deleted, named by their resource IDs.</param>
/// <param name="Key">The ledger's public key. Only orders signed by it are executed.</param>
/// <param name="Operator">The person who is responsible for the run.</param>
internal sealed record Arguments(Uri Address, string Token, string Folder, NoteKey Key, string Operator)
{
    public const string Help =
        """
        reference-executor URL TOKEN FOLDER VKEY [OPERATOR]

        Fetches the waiting work orders from a dashboard, checks that its ledger's key signed them, deletes the files that
        they name, and reports the result of each.

        URL        the dashboard's URL, such as https://dashboard.example.com
        TOKEN      an executor's token (drx_…); "-" reads it from the variable DASHBOARD_TOKEN
        FOLDER     the folder with the files; a resource ID is a path in it. Evidence is stored in FOLDER-evidence
        VKEY       the ledger's public key, from someone you trust: name+12345678+base64
        OPERATOR   the person who is responsible for this run; the default is the current user

        You can run it again at any time. Nothing is reported twice, and an interrupted run is completed.

        Exit codes: 0 all done; 1 an item failed or was refused; 2 wrong usage, refused token, or no response;
        3 an order is not signed by the ledger's key.
        """;

    /// <param name="args">The arguments from the shell.</param>
    /// <param name="tokenVariable">The value of DASHBOARD_TOKEN, if any.</param>
    /// <exception cref="ExecutorException">The arguments are not valid.</exception>
    public static Arguments Parse(string[] args, string? tokenVariable)
    {
        if (args is not [var url, var token, var folder, var vkey, .. { Length: <= 1 } rest])
            throw Unusable("Specify URL, TOKEN, FOLDER and VKEY, and optionally OPERATOR. Run with --help for details.");
        if (!Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            throw Unusable($"\"{url}\" is not a URL of a dashboard.");
        if (address is { Scheme: "http", IsLoopback: false })
            throw Unusable("Over HTTP, anyone on the network could read the token. Use https.");
        if ((token is "-" ? tokenVariable : token) is not { Length: > 0 } secret)
            throw Unusable("The variable DASHBOARD_TOKEN is empty or not set.");
        if (!Directory.Exists(folder))
            throw Unusable($"The folder {folder} does not exist.");
        try
        {
            return new(address, secret, Path.GetFullPath(folder), NoteKey.Parse(vkey), rest is [var person] ? person : Environment.UserName);
        }
        catch (NoteFormatException unreadable)
        {
            throw Unusable(unreadable.Message);
        }
    }

    private static ExecutorException Unusable(string message) => new(ExitCode.Unusable, message);
}
