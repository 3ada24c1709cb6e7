using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;

namespace Dashboard.Core.Deletions;

/// <summary>A copy in a batch as it is now, and as it was when it was proposed.</summary>
internal sealed record ItemFacts(
    long Number, long CopyId, long ProposedDatasetId, long ProposedLocationId, CopyRole ProposedRole,
    long DatasetId, long LocationId, CopyRole Role, CopyState State, long Bytes, long? Records, string? Fingerprint, DateOnly? RetainUntil,
    DateTimeOffset Appeared, long SourceId, long ClassificationId, long SystemId, long? WaveId, Gates ClosedBefore, bool IsSizeUnknown, bool IsHeldBySource)
{
    public Holdable Holdable => new(DatasetId, SystemId, LocationId, ClassificationId, WaveId);

    public CopyEvidence Evidence(Position position) =>
        new(CopyId, position, Role, State, Bytes, Records, Fingerprint, Appeared) { IsSizeUnknown = IsSizeUnknown };
}

/// <summary>A copy inside that may be equal to one that will be deleted.</summary>
internal sealed record InsideCopy(
    long Id, long DatasetId, long LocationId, CopyRole Role, CopyState State, long Bytes, long? Records, string? Fingerprint,
    DateTimeOffset Appeared, DateTimeOffset LastSeen, long SourceId, long ClassificationId, bool IsSizeUnknown)
{
    public CopyEvidence Evidence(Position position) =>
        new(Id, position, Role, State, Bytes, Records, Fingerprint, Appeared) { IsSizeUnknown = IsSizeUnknown };
}
