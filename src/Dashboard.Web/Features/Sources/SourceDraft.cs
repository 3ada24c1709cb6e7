using Dashboard.Core.Imports;

namespace Dashboard.Web.Features.Sources;

/// <summary>The values of a source in the form.</summary>
public sealed class SourceDraft
{
    public string Key { get; set; } = "";

    public string Name { get; set; } = "";

    public SourceKind Kind { get; set; }

    public int ExpectedIntervalHours { get; set; } = 24;

    public long? LocationId { get; set; }

    public bool IsComplete { get; set; } = true;

    public int MaxRejectedPercent { get; set; } = 5;

    internal static SourceDraft Of(SourceDetails details) => new()
    {
        Key = details.Source.Key,
        Name = details.Source.Name,
        Kind = details.Source.Kind,
        ExpectedIntervalHours = details.Source.ExpectedIntervalHours,
        LocationId = details.LocationId,
        IsComplete = details.Source.IsComplete,
        MaxRejectedPercent = details.MaxRejectedPercent,
    };
}
