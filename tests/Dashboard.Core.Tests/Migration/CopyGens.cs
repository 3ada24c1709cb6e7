using CsCheck;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;

namespace Dashboard.Core.Tests.Migration;

/// <summary>Generators of copies for property tests. They use few fingerprints, counts and times, so that equal copies are common.</summary>
internal static class CopyGens
{
    public const long InsideId = 1;
    public const long OutsideId = 2;

    public static readonly Gen<CopyEvidence> AnyCopy =
        from position in Gen.Enum<Position>()
        from role in Gen.Enum<CopyRole>()
        from state in Gen.Enum<CopyState>()
        from bytes in Gen.Long[0, 1000]
        from records in Gen.OneOf<long?>(null, 10, 20)
        from fingerprint in Gen.OneOf(null, "aa", "bb")
        from hours in Gen.Int[0, 2]
        from id in Gen.Long[1, long.MaxValue]
        select new CopyEvidence(id, position, role, state, bytes, records, fingerprint, Days.Noon.AddHours(hours));

    public static readonly Gen<CopyEvidence[]> Copies = AnyCopy.Array[0, 6];

    public static CopyEvidence Inside(
        CopyRole role = CopyRole.Replica, CopyState state = CopyState.Present, long? records = null, string? fingerprint = "aa", long id = InsideId) =>
        new(id, Position.Inside, role, state, 100, records, fingerprint, Days.Noon);

    public static CopyEvidence Outside(
        CopyRole role = CopyRole.Primary, CopyState state = CopyState.Present, long? records = null, string? fingerprint = "aa", int hours = 0,
        long id = OutsideId) =>
        new(id, Position.Outside, role, state, 100, records, fingerprint, Days.Noon.AddHours(hours));

    public static ComparedCopy Seen(CopyEvidence copy) => new($"r-{copy.Id}", "Somewhere", copy.Bytes, copy.Records, copy.Fingerprint, Days.Noon);

    public static ComparisonFacts Facts(ComparisonResult result = ComparisonResult.Equal, int hours = 0) =>
        new(ComparisonMethod.ChecksumRun, null, null, result, Days.Noon.AddHours(hours), "comparer 2.1", "https://evidence.example/1", null, "");

    /// <summary>A comparison of these two copies as they are.</summary>
    public static RecordedComparison Compared(
        CopyEvidence inside, CopyEvidence outside, ComparisonResult result = ComparisonResult.Equal, int hours = 0) =>
        RecordedComparison.Record(7, inside.Id, Seen(inside), outside.Id, Seen(outside), Facts(result, hours), "Ada", Days.Noon.AddHours(hours)).Value;
}
