using System.Text.Json.Nodes;

namespace Dashboard.Ledger;

/// <summary>The entries that announce the keys that sign the ledger's checkpoints: entry 0 and every rotation.</summary>
public static class KeyEntries
{
    /// <summary>Action of entry 0.</summary>
    public const string Begun = "ledger.begun";

    /// <summary>Action of an entry that replaces the key in force.</summary>
    public const string Rotated = "ledger.key-rotated";

    /// <summary>Details of entry 0.</summary>
    public static JsonObject BegunDetails(NoteKey key, string origin) => new() { ["key"] = key.ToString(), ["origin"] = origin };

    /// <summary>Details of a rotation.</summary>
    public static JsonObject RotatedDetails(NoteKey former, NoteKey key) => new() { ["former"] = former.ToString(), ["key"] = key.ToString() };

    /// <summary>The ledger's first key and its origin, from entry 0.</summary>
    /// <exception cref="EntryFormatException">The entry is not a valid entry 0.</exception>
    public static (NoteKey Key, string Origin) ParseBegun(EntryContent entry)
    {
        Refuse(entry, Begun);
        return (Key(entry, "key"), Text(entry, "origin"));
    }

    /// <summary>The former key and the new key, from a rotation.</summary>
    /// <exception cref="EntryFormatException">The entry is not a valid rotation.</exception>
    public static (NoteKey Former, NoteKey Key) ParseRotated(EntryContent entry)
    {
        Refuse(entry, Rotated);
        return (Key(entry, "former"), Key(entry, "key"));
    }

    private static void Refuse(EntryContent entry, string action)
    {
        if (entry.Action != action) throw new EntryFormatException($"Entry {entry.Sequence} has the action \"{entry.Action}\", not \"{action}\".");
    }

    private static NoteKey Key(EntryContent entry, string name)
    {
        try
        {
            return NoteKey.Parse(Text(entry, name));
        }
        catch (NoteFormatException refused)
        {
            throw new EntryFormatException($"The key in entry {entry.Sequence} cannot be read. {refused.Message}", refused);
        }
    }

    private static string Text(EntryContent entry, string name) =>
        entry.Details?[name] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0
            ? text
            : throw new EntryFormatException($"The details of entry {entry.Sequence} ({entry.Action}) lack \"{name}\".");
}
