namespace Dashboard.LedgerCheck;

internal static class Help
{
    public static int Show()
    {
        Console.WriteLine(
            """
            ledger-check verifies a ledger from its exported files alone, without the program that wrote it.

            ledger-check journal FILE|- [--key VKEY]… [--earlier FILE]
                Every entry, every checkpoint and every signature of an exported journal, whole or partial.
                "-" reads standard input.
            ledger-check entry FILE --key VKEY…
                That one entry stands in the ledger: an inclusion proof (.tlog-proof, c2sp.org/tlog-proof).
            ledger-check consistency FILE --earlier FILE --key VKEY…
                That the ledger only grew since an earlier checkpoint: a consistency proof (c2sp.org/tlog-witness).

            --key VKEY       a public key that you got from somebody you trust: name+12345678+base64. May be repeated.
            --earlier FILE   a checkpoint that you kept: the ledger must still contain what it vouches for.

            Exit codes: 0 verified; 1 something is wrong with the ledger; 2 wrong usage or unreadable input.
            """);
        return ExitCode.Verified;
    }
}
