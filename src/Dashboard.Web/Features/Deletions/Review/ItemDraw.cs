using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Web.Features.Deletions.Review;

/// <summary>
/// Numbers drawn at random, and yet the same whenever the same reviewer draws from the same manifest: nobody who proposes a batch can
/// know which items will be looked at, and anybody can draw them again.
/// </summary>
internal static class ItemDraw
{
    /// <param name="manifestHash">Of what is drawn from.</param>
    /// <param name="memberSubject">Who draws.</param>
    /// <param name="sample">1 for the first sample; another gives another.</param>
    /// <param name="highest">Numbers go from 1 to it.</param>
    /// <returns>Each number once, in an order that looks random; all of them in the end.</returns>
    public static IEnumerable<long> Numbers(string manifestHash, string memberSubject, int sample, long highest)
    {
        var seen = new HashSet<long>();
        for (var round = 0L; seen.Count < highest; round++)
        {
            var block = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{manifestHash}\n{memberSubject}\n{sample}\n{round}")));
            for (var at = 0; at < block.Length; at += sizeof(ulong))
            {
                // 2⁶⁴ is so much more than any batch has items that the remainder favours none by more than one in a hundred billion.
                var number = (long)(BinaryPrimitives.ReadUInt64BigEndian(block.AsSpan(at)) % (ulong)highest) + 1;
                if (seen.Add(number))
                    yield return number;
            }
        }
    }
}
