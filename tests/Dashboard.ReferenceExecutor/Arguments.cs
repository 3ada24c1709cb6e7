using Dashboard.Ledger;

namespace Dashboard.ReferenceExecutor;

/// <summary>What it is told on the command line.</summary>
/// <param name="Address">Of the dashboard, such as <c>https://dashboard.example.com</c>.</param>
/// <param name="Token">Of an executor.</param>
/// <param name="Folder">Holds the files that may be deleted, by their resource ids.</param>
/// <param name="Key">The ledger's public key: only what it signed is done.</param>
/// <param name="Operator">The person who answers for the run.</param>
internal sealed record Arguments(Uri Address, string Token, string Folder, NoteKey Key, string Operator)
{
    public const string Help =
        """
        reference-executor URL TOKEN FOLDER VKEY [OPERATOR]

        Fetches the work orders that wait at a dashboard, checks that its ledger's key signed them, deletes the files that
        they name, and reports on each.

        URL        the dashboard's address, such as https://dashboard.example.com
        TOKEN      an executor's token (drx_…); "-" takes it from the variable DASHBOARD_TOKEN
        FOLDER     holds the files; a resource id is a path in it. Evidence is kept beside it, in FOLDER-evidence
        VKEY       the ledger's public key, got from somebody you trust: name+12345678+base64
        OPERATOR   the person who answers for this run; without it, who runs the program

        It can be run again at any time: what was reported is not reported twice, and what a broken run left open is.

        Exit codes: 0 all done; 1 some item failed or was refused; 2 wrong usage, refused token, or no answer;
        3 an order that the ledger's key did not sign.
        """;

    /// <param name="args">As the shell gives them.</param>
    /// <param name="tokenVariable">The value of DASHBOARD_TOKEN, if any.</param>
    /// <exception cref="ExecutorException">They cannot be followed.</exception>
    public static Arguments Parse(string[] args, string? tokenVariable)
    {
        if (args is not [var url, var token, var folder, var vkey, .. { Length: <= 1 } rest])
            throw Unusable("It needs URL, TOKEN, FOLDER and VKEY, and takes at most an OPERATOR beside them; --help explains them.");
        if (!Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            throw Unusable($"\"{url}\" is no address of a dashboard.");
        if (address is { Scheme: "http", IsLoopback: false })
            throw Unusable("Over http anybody on the way could read the token. Use https.");
        if ((token is "-" ? tokenVariable : token) is not { Length: > 0 } secret)
            throw Unusable("DASHBOARD_TOKEN holds no token.");
        if (!Directory.Exists(folder))
            throw Unusable($"There is no folder {folder}.");
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
