using Dashboard.Core.Ledger;

namespace Dashboard.Core.Migration;

/// <summary>A named body of data: its set of copies. What a register or migration tool says about it is stored separately from them.</summary>
public sealed class Dataset : IVersioned, ILedgered
{
    private Dataset()
    {
    }

    public long Id { get; private set; }

    /// <summary>Uniform resource name: unique, spelled as in the register.</summary>
    public string Urn { get; private set; } = "";

    public string Name { get; private set; } = "";

    public long SystemId { get; private set; }

    public string? Owner { get; private set; }

    public long ClassificationId { get; private set; }

    /// <summary>Categories of personal data, such as <c>messages</c> or <c>location</c>.</summary>
    public IReadOnlyList<string> Categories { get; private set; } = [];

    public long? WaveId { get; private set; }

    /// <summary>True until a register describes it: an inventory named it, or it collects what no mapping rule matched.</summary>
    public bool IsUnregistered { get; private set; }

    public DeclaredStatus? DeclaredStatus { get; private set; }

    /// <summary>0 to 100, as declared.</summary>
    public int? DeclaredPercent { get; private set; }

    public DateTimeOffset? DeclaredAt { get; private set; }

    public DateOnly? NextUpdateDue { get; private set; }

    public DateTimeOffset RegisteredAt { get; private set; }

    public DatasetStatus Status { get; private set; } = DatasetStatus.Empty;

    public DateTimeOffset? StageSince { get; private set; }

    public long Version { get; private set; }

    /// <summary>A dataset that an inventory names before any register does. It is unclassified, so it counts as protected.</summary>
    public static Dataset Discovered(string urn, string name, long unknownSystemId, long unclassifiedId, DateTimeOffset now) => new()
    {
        Urn = urn,
        Name = name,
        SystemId = unknownSystemId,
        ClassificationId = unclassifiedId,
        IsUnregistered = true,
        RegisteredAt = now,
    };

    /// <summary>Applies the register's description.</summary>
    public void Describe(
        string name, long systemId, string? owner, long classificationId, IReadOnlyList<string> categories, long? waveId)
    {
        (Name, SystemId, Owner, ClassificationId, WaveId) = (name, systemId, owner, classificationId, waveId);
        if (!Categories.SequenceEqual(categories))
            Categories = categories;
        IsUnregistered = false;
    }

    /// <summary>Applies what the migration tool declares.</summary>
    public void Declare(DeclaredStatus? status, int? percent, DateTimeOffset? at, DateOnly? nextUpdateDue) =>
        (DeclaredStatus, DeclaredPercent, DeclaredAt, NextUpdateDue) = (status, percent, at, nextUpdateDue);

    public void MoveToWave(long? waveId) => WaveId = waveId;

    /// <summary>Applies the status derived from its copies. The stage's date changes only when the stage does.</summary>
    public void UpdateStatus(DatasetStatus status, DateTimeOffset now)
    {
        if (status.Stage != Status.Stage || StageSince is null)
            StageSince = now;
        if (status != Status)
            Status = status;
    }
}
