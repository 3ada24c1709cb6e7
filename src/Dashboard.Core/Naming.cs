using System.Text;

namespace Dashboard.Core;

/// <summary>Turns the names of enum members into readable words: <c>GovernanceLead</c> → <c>governance lead</c>.</summary>
public static class Naming
{
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum => Words(value.ToString());

    /// <summary>As <see cref="Of{TEnum}"/>, with an initial capital: for labels.</summary>
    public static string Label<TEnum>(TEnum value) where TEnum : struct, Enum
    {
        var words = Of(value);
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string Words(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && words.Length > 0 && words[^1] != ' ')
                words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
