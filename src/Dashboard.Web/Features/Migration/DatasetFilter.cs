using Dashboard.Core.Migration;

namespace Dashboard.Web.Features.Migration;

/// <summary>Why a dataset needs somebody's eye.</summary>
public enum DatasetRisk
{
    /// <summary>What is declared contradicts the stage that its copies show.</summary>
    Mismatch,

    /// <summary>A source that lists one of its copies is stale or never reported.</summary>
    Stale,

    NoOwner,

    Unclassified,
}

/// <summary>Which datasets a list shows. Every field narrows it; what is null or empty does not.</summary>
/// <param name="WaveId">0 for datasets that are in no wave.</param>
/// <param name="Text">A part of the name or URN, in any case.</param>
public sealed record DatasetFilter(
    long? WaveId = null, Stage? Stage = null, string? System = null, string? Owner = null, string? Classification = null,
    DatasetRisk? Risk = null, string? Text = null)
{
    public const long NoWave = 0;

    public bool IsEmpty => this == new DatasetFilter();
}
