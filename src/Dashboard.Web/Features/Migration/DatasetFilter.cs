using System.Globalization;
using Dashboard.Core.Findings;
using Dashboard.Core.Migration;
using Microsoft.AspNetCore.WebUtilities;

namespace Dashboard.Web.Features.Migration;

/// <summary>Why a dataset needs attention.</summary>
public enum DatasetRisk
{
    /// <summary>The declared status contradicts the stage that the copies show.</summary>
    Mismatch,

    /// <summary>A source that lists one of its copies is stale or has never reported.</summary>
    Stale,

    NoOwner,

    Unclassified,
}

/// <summary>The filter of a list of datasets, as written in the URL. A field that is null or empty does not filter.</summary>
/// <param name="WaveId">0 for datasets that are in no wave.</param>
/// <param name="Finding">Datasets with an open finding of this kind.</param>
/// <param name="Text">Beginnings of words in the name or URN, in any case.</param>
public sealed record DatasetFilter(
    long? WaveId = null, Stage? Stage = null, string? System = null, string? Owner = null, string? Classification = null,
    DatasetRisk? Risk = null, string? Text = null, FindingKind? Finding = null)
{
    public const string ListPath = "/migration/datasets";
    public const long NoWave = 0;

    /// <summary>The query keys in the URL.</summary>
    public static readonly string[] Keys = ["wave", "stage", "system", "owner", "class", "risk", "text", "finding"];

    /// <summary>The URL of the filtered list, with its <see cref="Keys"/>.</summary>
    public string To(string path, DatasetCursor? after = null, DatasetCursor? before = null) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["wave"] = WaveId switch { null => null, NoWave => "none", { } id => id.ToString(CultureInfo.InvariantCulture) },
        ["stage"] = Stage?.ToString().ToLowerInvariant(),
        ["system"] = System,
        ["owner"] = Owner,
        ["class"] = Classification,
        ["risk"] = Risk switch { null => null, DatasetRisk.NoOwner => "no-owner", { } risk => risk.ToString().ToLowerInvariant() },
        ["text"] = Text,
        ["finding"] = Finding?.ToString().ToLowerInvariant(),
        ["after"] = after?.ToString(),
        ["before"] = before?.ToString(),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    public static long? ReadWave(string? text) =>
        text == "none" ? NoWave : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    public static Stage? ReadStage(string? text) =>
        Enum.GetValues<Stage>().Cast<Stage?>().FirstOrDefault(stage => string.Equals(stage.ToString(), text, StringComparison.OrdinalIgnoreCase));

    public static FindingKind? ReadFinding(string? text) =>
        Enum.GetValues<FindingKind>().Cast<FindingKind?>().FirstOrDefault(kind => string.Equals(kind.ToString(), text, StringComparison.OrdinalIgnoreCase));

    public static DatasetRisk? ReadRisk(string? text) =>
        Enum.GetValues<DatasetRisk>().Cast<DatasetRisk?>()
            .FirstOrDefault(risk => string.Equals(risk.ToString(), text?.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
}

/// <summary>A position in the list, which is sorted by name and ID.</summary>
public sealed record DatasetCursor(string Name, long Id)
{
    public override string ToString() => $"{Id}~{Name}";

    public static DatasetCursor? Read(string? text) =>
        text?.Split('~', 2) is [var id, var name] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new(name, number)
            : null;
}
