using System.Text;
using Dashboard.Ledger;

namespace Dashboard.LedgerCheck;

/// <summary>What follows a verb: one file, keys, an earlier checkpoint.</summary>
internal sealed record Arguments(string File, IReadOnlyList<NoteKey> Keys, string? EarlierFile)
{
    private const int LargestText = 1 << 20;

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
                    throw new UsageException($"{option} is no option here, or stands twice.");
                case var name when file is null:
                    file = name;
                    break;
                default:
                    throw new UsageException($"One file is read at a time; \"{args[i]}\" is a second one.");
            }
        }

        return new(file ?? throw new UsageException("The file to check is not named."), keys, earlier);
    }

    /// <summary>Keys for what does not name its own: without one, no signature can be checked.</summary>
    public IReadOnlyList<NoteKey> RequiredKeys => Keys.Count > 0
        ? Keys
        : throw new UsageException("Give the ledger's public key with --key. A proof does not hold it, and without it the signature proves nothing.");

    public string? ReadEarlier() => EarlierFile is null ? null : ReadText(EarlierFile);

    /// <summary>Reads a note or proof, which is small.</summary>
    public static string ReadText(string name)
    {
        using var stream = Open(name);
        var bytes = new byte[LargestText + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > LargestText) throw new UsageException($"{name} is larger than {LargestText:N0} bytes: it is neither a checkpoint nor a proof.");
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes, 0, length);
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"{name} is not text in UTF-8.");
        }
    }

    public static Stream Open(string name) => name == "-" ? Console.OpenStandardInput() : System.IO.File.OpenRead(name);

    private static string Value(IReadOnlyList<string> args, ref int i) =>
        ++i < args.Count ? args[i] : throw new UsageException($"After {args[i - 1]} something is missing.");
}
