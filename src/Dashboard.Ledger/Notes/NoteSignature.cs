using System.Buffers.Binary;
using System.Globalization;

namespace Dashboard.Ledger;

/// <summary>One signature line of a note (https://c2sp.org/signed-note): the claimed signer, and the signature's bytes without the key ID.</summary>
public sealed record NoteSignature(string Name, uint KeyId, byte[] Bytes)
{
    internal const string Start = "\u2014 ";

    /// <summary>The key ID as eight hexadecimal digits.</summary>
    public string KeyIdText => KeyId.ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>Whether the line claims to be by this key. It does not verify the signature.</summary>
    public bool IsBy(NoteKey key) => Name == key.Name && KeyId == key.Id;

    /// <summary>The line, with its line feed.</summary>
    internal string ToLine()
    {
        var bytes = new byte[4 + Bytes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Bytes.CopyTo(bytes, 4);
        return $"{Start}{Name} {Convert.ToBase64String(bytes)}\n";
    }

    /// <summary>Reads a line, without its line feed.</summary>
    internal static NoteSignature Parse(string line)
    {
        if (!line.StartsWith(Start, StringComparison.Ordinal))
            throw new NoteFormatException("After the last empty line of a note, every line must be a signature, which begins with an em dash and a space.");
        if (line[Start.Length..].Split(' ') is not [var name, var encoded] || !NoteText.IsKeyName(name))
            throw new NoteFormatException("A signature line consists of an em dash, a key name and base64, separated by single spaces.");
        if (!StrictBase64.TryDecode(encoded, out var bytes) || bytes.Length <= 4)
            throw new NoteFormatException($"The signature of {name} is not base64 of a key ID and a signature; it may have been cut off.");
        return new(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes[4..]);
    }
}
