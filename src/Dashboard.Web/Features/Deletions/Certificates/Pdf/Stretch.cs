using System.Globalization;
using System.Text;

namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>Part of a line that one face draws in one direction.</summary>
internal readonly record struct Stretch(Face Face, string Text, bool IsRightToLeft, bool NeedsShaping)
{
    private bool IsNeutral => !Text.Any(char.IsLetterOrDigit);

    private bool HasLetters => Text.Any(char.IsLetter);

    /// <summary>The stretches of a line as they stand on paper from left to right.</summary>
    public static List<Stretch> Of(string line, Faces faces, FontCut cut)
    {
        var elements = new List<Stretch>();
        for (var index = 0; index < line.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(line, index);
            var element = line.Substring(index, length);
            var first = Rune.GetRuneAt(element, 0).Value;
            var isRightToLeft = Direction.IsRightToLeft(first);
            elements.Add(new(faces.For(cut, first)!, element, isRightToLeft, isRightToLeft || element.EnumerateRunes().Skip(1).Any()));
            index += length;
        }

        TurnNeutrals(elements);
        var stretches = Joined(elements);
        TurnRound(stretches);
        return stretches;
    }

    private static List<Stretch> Joined(List<Stretch> elements)
    {
        var stretches = new List<Stretch>();
        foreach (var next in elements)
        {
            if (stretches is [.., var last] && last.Face == next.Face && last.IsRightToLeft == next.IsRightToLeft)
                stretches[^1] = last with { Text = last.Text + next.Text, NeedsShaping = last.NeedsShaping || next.NeedsShaping };
            else
                stretches.Add(next);
        }

        return stretches;
    }

    /// <summary>Space and punctuation between two words read from right to left are read with them, and so is a bracket that was opened there.</summary>
    private static void TurnNeutrals(List<Stretch> elements)
    {
        for (var first = 0; first < elements.Count; first++)
        {
            if (!elements[first].IsRightToLeft)
                continue;
            var next = first + 1;
            while (next < elements.Count && elements[next].IsNeutral && !elements[next].IsRightToLeft)
                next++;
            var closes = next > first + 1 && elements[first + 1].Text is ")" or "]" && elements.Take(first).Any(element => element is { IsRightToLeft: true, Text: "(" or "[" });
            if (next < elements.Count && elements[next].IsRightToLeft)
                Turn(elements, first + 1, next, elements[first].Face);
            else if (closes)
                Turn(elements, first + 1, first + 2, elements[first].Face);
        }
    }

    private static void Turn(List<Stretch> elements, int from, int to, Face face)
    {
        for (var index = from; index < to; index++)
        {
            if (face.Has(Rune.GetRuneAt(elements[index].Text, 0).Value))
                elements[index] = elements[index] with { Face = face, IsRightToLeft = true, NeedsShaping = true };
        }
    }

    /// <summary>A number between two such words keeps its own direction, and its place among them.</summary>
    private static void TurnRound(List<Stretch> stretches)
    {
        for (var first = 0; first < stretches.Count; first++)
        {
            if (!stretches[first].IsRightToLeft)
                continue;
            var last = first;
            for (var next = first + 1; next < stretches.Count && (stretches[next].IsRightToLeft || !stretches[next].HasLetters); next++)
            {
                if (stretches[next].IsRightToLeft)
                    last = next;
            }

            stretches.Reverse(first, last - first + 1);
            first = last;
        }
    }
}
