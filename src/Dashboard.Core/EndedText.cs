using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Dashboard.Core;

/// <summary>
/// How SQL Server stores a text whose trailing spaces matter. It ignores them when it compares texts, under every collation and in unique
/// indexes, so a text that ends with a space is stored with <see cref="End"/> after it. So is one that ends with that character itself.
/// https://learn.microsoft.com/sql/t-sql/language-elements/string-comparison-assignment
/// </summary>
public sealed class EndedText() : ValueConverter<string, string>(text => Write(text), stored => Read(stored))
{
    private const char End = '\u0001';

    /// <returns>At most one character more than the text.</returns>
    public static string Write(string text) => text is [.., ' ' or End] ? text + End : text;

    public static string Read(string stored) => stored is [.., End] ? stored[..^1] : stored;
}
