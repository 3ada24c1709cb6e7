using System.Buffers;
using System.Text;

namespace Dashboard.Ledger;

/// <summary>Writes canonical JSON (RFC 8785). The caller must write the members in canonical order.</summary>
internal sealed class CanonicalWriter
{
    private readonly ArrayBufferWriter<byte> bytes = new(512);
    private bool needsComma;

    public void Open(char bracket)
    {
        Byte(bracket);
        needsComma = false;
    }

    public void Close(char bracket)
    {
        Byte(bracket);
        needsComma = true;
    }

    /// <summary>Begins the next item of an array.</summary>
    public void Next()
    {
        if (needsComma) Byte(',');
        needsComma = false;
    }

    /// <summary>Begins the next member of an object.</summary>
    public void Name(string name)
    {
        Next();
        Text(name);
        Byte(':');
        needsComma = false;
    }

    /// <summary>Writes a member whose value is a string; writes nothing for null.</summary>
    public void Member(string name, string? value)
    {
        if (value is null) return;
        Name(name);
        Text(value);
    }

    public void Literal(ReadOnlySpan<byte> literal)
    {
        bytes.Write(literal);
        needsComma = true;
    }

    public void Literal(string ascii) => Literal(Encoding.ASCII.GetBytes(ascii));

    /// <summary>A string in quotation marks, with the escapes of RFC 8785 section 3.2.2.2 and no others.</summary>
    public void Text(string text)
    {
        Byte('"');
        var rest = text.AsSpan();
        while (rest.Length > 0)
        {
            var plain = PlainLength(rest);
            Plain(rest[..plain]);
            if (plain < rest.Length) Escape(rest[plain++]);
            rest = rest[plain..];
        }

        Byte('"');
        needsComma = true;
    }

    public byte[] ToArray() => bytes.WrittenSpan.ToArray();

    private static int PlainLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && text[length] >= ' ' && text[length] is not ('"' or '\\')) length++;
        return length;
    }

    private void Plain(ReadOnlySpan<char> text)
    {
        try
        {
            NoteText.Utf8.GetBytes(text, bytes);
        }
        catch (EncoderFallbackException broken)
        {
            throw new CanonicalJsonException("A string contains a lone surrogate (half a character), which UTF-8 cannot represent.", broken);
        }
    }

    private void Escape(char character) => bytes.Write(character switch
    {
        '"' => "\\\""u8,
        '\\' => "\\\\"u8,
        '\b' => "\\b"u8,
        '\t' => "\\t"u8,
        '\n' => "\\n"u8,
        '\f' => "\\f"u8,
        '\r' => "\\r"u8,
        _ => Encoding.ASCII.GetBytes($"\\u{(int)character:x4}"),
    });

    private void Byte(char ascii) => bytes.Write([(byte)ascii]);
}
