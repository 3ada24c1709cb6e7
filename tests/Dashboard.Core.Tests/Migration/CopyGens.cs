using CsCheck;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;

namespace Dashboard.Core.Tests.Migration;

/// <summary>Copies as properties need them: few fingerprints, counts and times, so that equal ones are frequent.</summary>
internal static class CopyGens
{
    public static readonly Gen<CopyEvidence> AnyCopy =
        from position in Gen.Enum<Position>()
        from role in Gen.Enum<CopyRole>()
        from state in Gen.Enum<CopyState>()
        from bytes in Gen.Long[0, 1000]
        from records in Gen.OneOf<long?>(null, 10, 20)
        from fingerprint in Gen.OneOf(null, "aa", "bb")
        from hours in Gen.Int[0, 2]
        select new CopyEvidence(position, role, state, bytes, records, fingerprint, Days.Noon.AddHours(hours));

    public static readonly Gen<CopyEvidence[]> Copies = AnyCopy.Array[0, 6];

    public static CopyEvidence Inside(
        CopyRole role = CopyRole.Replica, CopyState state = CopyState.Present, long? records = null, string? fingerprint = "aa") =>
        new(Position.Inside, role, state, 100, records, fingerprint, Days.Noon);

    public static CopyEvidence Outside(
        CopyRole role = CopyRole.Primary, CopyState state = CopyState.Present, long? records = null, string? fingerprint = "aa", int hours = 0) =>
        new(Position.Outside, role, state, 100, records, fingerprint, Days.Noon.AddHours(hours));
}
