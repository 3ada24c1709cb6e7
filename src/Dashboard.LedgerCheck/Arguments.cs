using System.Text;
using Dashboard.Ledger;

namespace Dashboard.LedgerCheck;

/// <summary>The arguments after the command: one file, keys, an earlier checkpoint.</summary>
internal sealed record Arguments(string File, IReadOnlyList<NoteKey> Keys, string? EarlierFile)
{
    private const int MaxTextBytes = 1 << 20;

    public static Arguments Parse(IReadOnlyList<string> args)
    {
        string? file = null;
        string? earlier = null;
        var keys = new List<NoteKey>();
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--key":
                    keys.Add(NoteKey.Parse(Value(args, ref i)));
                    break;
                case "--earlier" when earlier is null:
                    earlier = Value(args, ref i);
                    break;
                case ['-', _, ..] option:
                    throw new UsageException($"{option} is not an option here, or appears twice.");
                case var name when file is null:
                    file = name;
                    break;
                default:
                    throw new UsageException($"Only one file can be checked at a time; \"{args[i]}\" is a second one.");
            }
        }

        return new(file ?? throw new UsageException("Name the file to check."), keys, earlier);
    }

    /// <summary>The keys for a file that does not name its own. Without a key, no signature can be checked.</summary>
    public IReadOnlyList<NoteKey> RequiredKeys => Keys.Count > 0
        ? Keys
        : throw new UsageException("Specify the ledger's public key with --key. A proof does not contain it, and without it the signature cannot be checked.");

    public string? ReadEarlier() => EarlierFile is null ? null : ReadText(EarlierFile);

    /// <summary>Reads a note or proof, which must be small.</summary>
    public static string ReadText(string name)
    {
        using var stream = Open(name);
        var bytes = new byte[MaxTextBytes + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > MaxTextBytes) throw new UsageException($"{name} is larger than {MaxTextBytes:N0} bytes, so it is neither a checkpoint nor a proof.");
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"{name} is not valid UTF-8 text.");
        }
    }

    public static Stream Open(string name) => name == "-" ? Console.OpenStandardInput() : System.IO.File.OpenRead(name);

    private static string Value(IReadOnlyList<string> args, ref int i) =>
        ++i < args.Count ? args[i] : throw new UsageException($"Specify a value after {args[i - 1]}.");
}
