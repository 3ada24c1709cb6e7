using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;

namespace Dashboard.Core.Imports;

/// <summary>How a mapping rule recognizes a resource.</summary>
public enum MappingKind
{
    /// <summary>The whole name of a bucket.</summary>
    Bucket,

    /// <summary>The start of <c>bucket/key</c>, or of an HDFS path, up to a slash or the end. The longest match wins.</summary>
    PathPrefix,

    /// <summary>A tag of the resource, as <c>key=value</c>.</summary>
    Tag,
}

/// <summary>Assigns the objects of a source to a dataset and a role. Objects that no rule matches go to an unmapped dataset.</summary>
public sealed class MappingRule : ILedgered
{
    private MappingRule()
    {
    }

    public long Id { get; private set; }

    public long SourceId { get; private set; }

    public MappingKind Kind { get; private set; }

    public string Pattern { get; private set; } = "";

    public string DatasetUrn { get; private set; } = "";

    public CopyRole Role { get; private set; }

    public static Result<MappingRule> Create(long sourceId, MappingKind kind, string pattern, string datasetUrn, CopyRole role)
    {
        if (pattern.Trim().Length is 0 or > 500)
            return new MappingPatternInvalid();
        if (kind is MappingKind.Tag && !pattern.Contains('='))
            return new MappingTagInvalid(pattern);
        if (datasetUrn.Trim().Length is 0 or > 300)
            return new MappingDatasetInvalid();
        return new MappingRule { SourceId = sourceId, Kind = kind, Pattern = pattern.Trim(), DatasetUrn = datasetUrn.Trim(), Role = role };
    }
}
