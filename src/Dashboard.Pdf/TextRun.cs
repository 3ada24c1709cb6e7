using System.Globalization;
using System.Text;

namespace Dashboard.Pdf;

/// <summary>Part of a line with one font face and one reading direction.</summary>
/// <param name="Face">The face that draws it.</param>
/// <param name="Text">Its characters in reading order.</param>
/// <param name="IsRightToLeft">The reading direction.</param>
/// <param name="NeedsShaping">True if letters join or carry combining marks, so that HarfBuzz must choose the glyphs.</param>
internal readonly record struct TextRun(FontFace Face, string Text, bool IsRightToLeft, bool NeedsShaping)
{
    private bool IsNeutral => !Text.Any(char.IsLetterOrDigit);

    private bool HasLetters => Text.Any(char.IsLetter);

    /// <summary>The runs of a line in visual order, from left to right.</summary>
    public static List<TextRun> Split(string line, FontSet fonts, DocumentFont font)
    {
        var characters = new List<TextRun>();
        for (var index = 0; index < line.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(line, index);
            var character = line.Substring(index, length);
            var first = Rune.GetRuneAt(character, 0).Value;
            var isRightToLeft = TextDirection.IsRightToLeft(first);
            characters.Add(new(fonts.FaceFor(font, first)!, character, isRightToLeft, isRightToLeft || character.EnumerateRunes().Skip(1).Any()));
            index += length;
        }

        ResolveNeutrals(characters);
        var runs = Merge(characters);
        Reorder(runs);
        return runs;
    }

    private static List<TextRun> Merge(List<TextRun> characters)
    {
        var runs = new List<TextRun>();
        foreach (var next in characters)
        {
            if (runs is [.., var last] && last.Face == next.Face && last.IsRightToLeft == next.IsRightToLeft)
                runs[^1] = last with { Text = last.Text + next.Text, NeedsShaping = last.NeedsShaping || next.NeedsShaping };
            else
                runs.Add(next);
        }

        return runs;
    }

    /// <summary>
    /// Spaces and punctuation between two right-to-left words take their direction (UAX #9, rule N1). So does a closing bracket whose opening
    /// bracket has it (rule N0).
    /// </summary>
    private static void ResolveNeutrals(List<TextRun> characters)
    {
        for (var first = 0; first < characters.Count; first++)
        {
            if (!characters[first].IsRightToLeft)
                continue;
            var next = first + 1;
            while (next < characters.Count && characters[next].IsNeutral && !characters[next].IsRightToLeft)
                next++;
            var closes = next > first + 1 && characters[first + 1].Text is ")" or "]" && characters.Take(first).Any(character => character is { IsRightToLeft: true, Text: "(" or "[" });
            if (next < characters.Count && characters[next].IsRightToLeft)
                MakeRightToLeft(characters, first + 1, next, characters[first].Face);
            else if (closes)
                MakeRightToLeft(characters, first + 1, first + 2, characters[first].Face);
        }
    }

    private static void MakeRightToLeft(List<TextRun> characters, int from, int to, FontFace face)
    {
        for (var index = from; index < to; index++)
        {
            if (face.Has(Rune.GetRuneAt(characters[index].Text, 0).Value))
                characters[index] = characters[index] with { Face = face, IsRightToLeft = true, NeedsShaping = true };
        }
    }

    /// <summary>
    /// Puts right-to-left runs in visual order (UAX #9, rule L2). A number between two of them keeps its own direction and its place in the
    /// sentence.
    /// </summary>
    private static void Reorder(List<TextRun> runs)
    {
        for (var first = 0; first < runs.Count; first++)
        {
            if (!runs[first].IsRightToLeft)
                continue;
            var last = first;
            for (var next = first + 1; next < runs.Count && (runs[next].IsRightToLeft || !runs[next].HasLetters); next++)
            {
                if (runs[next].IsRightToLeft)
                    last = next;
            }

            runs.Reverse(first, last - first + 1);
            first = last;
        }
    }
}
