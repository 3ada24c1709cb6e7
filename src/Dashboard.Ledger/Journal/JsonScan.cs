using System.Buffers.Text;

namespace Dashboard.Ledger;

/// <summary>
/// Scans JSON without white space, such as canonical JSON, and checks that it is valid. Input that it rejects can still be JSON; input that it
/// accepts always is. It skips strings with a vectorized search instead of reading each byte.
/// </summary>
internal ref struct JsonScan(ReadOnlySpan<byte> json)
{
    /// <summary>Less than the default limit of the JSON reader.</summary>
    private const int MaxDepth = 32;

    // Such JSON contains no control characters, so one check here replaces a check of each string.
    private ReadOnlySpan<byte> rest = json.ContainsAnyInRange((byte)0, (byte)0x1F) ? [] : json;

    /// <summary>True when all input was consumed.</summary>
    public readonly bool IsAtEnd => rest.IsEmpty;

    /// <summary>Skips exactly these bytes.</summary>
    public bool Pass(ReadOnlySpan<byte> bytes)
    {
        if (!rest.StartsWith(bytes)) return false;
        rest = rest[bytes.Length..];
        return true;
    }

    /// <summary>Skips an object with any content.</summary>
    public bool PassObject() => Next is (byte)'{' && PassValue(0);

    /// <summary>Skips a list with any content.</summary>
    public bool PassList() => Next is (byte)'[' && PassValue(0);

    /// <summary>Reads a string without escapes, and returns the text between the quotes.</summary>
    public bool PassPlainString(out ReadOnlySpan<byte> text)
    {
        text = default;
        if (Next is not (byte)'"') return false;
        var length = rest[1..].IndexOfAny((byte)'"', (byte)'\\');
        if (length < 0 || rest[length + 1] != (byte)'"') return false;
        text = rest.Slice(1, length);
        rest = rest[(length + 2)..];
        return true;
    }

    /// <summary>Skips a string with or without escapes.</summary>
    public bool PassString()
    {
        if (!PassByte((byte)'"')) return false;
        while (rest.IndexOfAny((byte)'"', (byte)'\\') is var length and >= 0)
        {
            var end = rest[length];
            rest = rest[(length + 1)..];
            if (end == (byte)'"') return true;
            if (!PassEscape()) return false;
        }

        return false;
    }

    /// <summary>Reads a whole number of 0 or more.</summary>
    public bool PassNumber(out long number)
    {
        var isNumber = Utf8Parser.TryParse(rest, out number, out var length) && Next is >= (byte)'0' and <= (byte)'9' && (length == 1 || Next != (byte)'0');
        if (isNumber) rest = rest[length..];
        return isNumber;
    }

    private readonly int Next => rest.IsEmpty ? -1 : rest[0];

    private bool PassByte(byte expected)
    {
        if (Next != expected) return false;
        rest = rest[1..];
        return true;
    }

    private bool PassValue(int depth) => Next switch
    {
        '"' => PassString(),
        '{' => depth < MaxDepth && PassMembers(depth + 1),
        '[' => depth < MaxDepth && PassItems(depth + 1),
        't' => Pass("true"u8),
        'f' => Pass("false"u8),
        'n' => Pass("null"u8),
        _ => PassAnyNumber(),
    };

    private bool PassMembers(int depth)
    {
        rest = rest[1..];
        if (PassByte((byte)'}')) return true;
        do
        {
            if (!PassString() || !PassByte((byte)':') || !PassValue(depth)) return false;
        }
        while (PassByte((byte)','));

        return PassByte((byte)'}');
    }

    private bool PassItems(int depth)
    {
        rest = rest[1..];
        if (PassByte((byte)']')) return true;
        do
        {
            if (!PassValue(depth)) return false;
        }
        while (PassByte((byte)','));

        return PassByte((byte)']');
    }

    /// <summary>Skips the rest of an escape, after its backslash.</summary>
    private bool PassEscape()
    {
        switch (Next)
        {
            case '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't':
                rest = rest[1..];
                return true;
            case 'u' when rest.Length > 4 && char.IsAsciiHexDigit((char)rest[1]) && char.IsAsciiHexDigit((char)rest[2]) && char.IsAsciiHexDigit((char)rest[3]) && char.IsAsciiHexDigit((char)rest[4]):
                rest = rest[5..];
                return true;
            default:
                return false;
        }
    }

    private bool PassAnyNumber()
    {
        PassByte((byte)'-');
        if (!PassByte((byte)'0') && !PassDigits()) return false;
        if (PassByte((byte)'.') && !PassDigits()) return false;
        if (!PassByte((byte)'e') && !PassByte((byte)'E')) return true;
        if (!PassByte((byte)'+')) PassByte((byte)'-');
        return PassDigits();
    }

    private bool PassDigits()
    {
        var length = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (length < 0) length = rest.Length;
        rest = rest[length..];
        return length > 0;
    }
}
