namespace Dashboard.Web.Features.Ledger.Entries;

/// <summary>Readable names of actions, kinds and fields.</summary>
internal static class LedgerText
{
    /// <summary><c>boundary-rule.added</c> → “Boundary rule: added”.</summary>
    public static string Action(string action) =>
        action.Split('.', 2) is [var kind, var what] ? $"{Kind(kind)}: {Spaced(what)}" : Kind(action);

    /// <summary><c>boundary-rule</c> → “Boundary rule”.</summary>
    public static string Kind(string kind) => Capital(Spaced(kind));

    /// <summary><c>targetCompletion</c> → “Target completion”.</summary>
    public static string Field(string field) =>
        Capital(string.Concat(field.Select((letter, place) => place > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")));

    private static string Spaced(string name) => name.Replace('-', ' ');

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
