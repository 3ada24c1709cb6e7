using System.Globalization;
using System.Text;

namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>Part of a line that one face draws in one direction.</summary>
internal readonly record struct Stretch(Face Face, string Text, bool IsRightToLeft, bool NeedsShaping)
{
    /// <summary>The stretches of a line as they stand on paper from left to right.</summary>
    public static List<Stretch> Of(string line, Faces faces, FontCut cut)
    {
        var stretches = new List<Stretch>();
        for (var index = 0; index < line.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(line, index);
            var element = line.Substring(index, length);
            var first = Rune.GetRuneAt(element, 0).Value;
            Add(stretches, new(faces.For(cut, first)!, element, Direction.IsRightToLeft(first), Direction.IsRightToLeft(first) || HasMarks(element)));
            index += length;
        }

        TurnRound(stretches);
        return stretches;
    }

    private static void Add(List<Stretch> stretches, Stretch next)
    {
        if (stretches is [.., var last] && last.Face == next.Face && last.IsRightToLeft == next.IsRightToLeft)
            stretches[^1] = last with { Text = last.Text + next.Text, NeedsShaping = last.NeedsShaping || next.NeedsShaping };
        else
            stretches.Add(next);
    }

    /// <summary>What lies between two words that are read from right to left is read with them.</summary>
    private static void TurnRound(List<Stretch> stretches)
    {
        for (var first = 0; first < stretches.Count; first++)
        {
            if (!stretches[first].IsRightToLeft)
                continue;
            var last = first;
            for (var next = first + 1; next < stretches.Count && (stretches[next].IsRightToLeft || IsNeutral(stretches[next].Text)); next++)
            {
                if (stretches[next].IsRightToLeft)
                    last = next;
            }

            stretches.Reverse(first, last - first + 1);
            first = last;
        }
    }

    private static bool IsNeutral(string text) => !text.Any(char.IsLetterOrDigit);

    private static bool HasMarks(string element) => element.EnumerateRunes().Skip(1).Any();
}
