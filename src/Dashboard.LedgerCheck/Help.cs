namespace Dashboard.LedgerCheck;

internal static class Help
{
    public static int Show()
    {
        Console.WriteLine(
            """
            ledger-check verifies a ledger from its exported files alone, without the program that wrote it.

            ledger-check journal FILE|- [--key VKEY]… [--earlier FILE]
                Checks every entry, checkpoint and signature of an exported journal, whole or partial.
                "-" reads standard input.
            ledger-check entry FILE --key VKEY…
                Checks that one entry is in the ledger, from an inclusion proof (.tlog-proof, c2sp.org/tlog-proof).
            ledger-check consistency FILE --earlier FILE --key VKEY…
                Checks that the ledger only grew since an earlier checkpoint, from a consistency proof
                (c2sp.org/tlog-witness).

            --key VKEY       a public key that you got from someone you trust: name+12345678+base64. Can be repeated.
            --earlier FILE   a checkpoint that you kept: the ledger must begin with the entries that it covers.

            Exit codes: 0 verified; 1 something is wrong with the ledger; 2 wrong usage or unreadable input.
            """);
        return ExitCode.Verified;
    }
}
