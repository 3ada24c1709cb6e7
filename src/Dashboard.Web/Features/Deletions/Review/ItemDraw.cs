using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Web.Features.Deletions.Review;

/// <summary>
/// Draws item numbers that look random but are the same whenever the same reviewer draws from the same manifest. No one who proposes a
/// batch can know which items will be inspected, and anyone can repeat the draw.
/// </summary>
internal static class ItemDraw
{
    /// <param name="manifestHash">Hash of the manifest to draw from.</param>
    /// <param name="memberSubject">The reviewer who draws.</param>
    /// <param name="sample">1 for the first sample; another number gives another sample.</param>
    /// <param name="highest">Numbers go from 1 to this.</param>
    /// <returns>Each number once, in an order that looks random, until all have been returned.</returns>
    public static IEnumerable<long> Numbers(string manifestHash, string memberSubject, int sample, long highest)
    {
        var seen = new HashSet<long>();
        for (var round = 0L; seen.Count < highest; round++)
        {
            var block = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{manifestHash}\n{memberSubject}\n{sample}\n{round}")));
            for (var at = 0; at < block.Length; at += sizeof(ulong))
            {
                // 2⁶⁴ is far larger than any batch, so the remainder favors no number by more than one in a hundred billion.
                var number = (long)(BinaryPrimitives.ReadUInt64BigEndian(block.AsSpan(at)) % (ulong)highest) + 1;
                if (seen.Add(number))
                    yield return number;
            }
        }
    }
}
