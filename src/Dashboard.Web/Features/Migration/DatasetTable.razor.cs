using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Findings;
using Dashboard.Core.Migration;
using Dashboard.Web.Controls.Tables;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Migration;

/// <summary>The list of datasets, with its filters in the URL. On a wave's page it lists that wave.</summary>
public sealed partial class DatasetTable
{
    /// <summary>The path of the page with the table. Its filters link to this path.</summary>
    [Parameter, EditorRequired] public required string Path { get; set; }

    /// <summary>If set, the table lists only this wave.</summary>
    [Parameter] public long? WaveId { get; set; }

    [SupplyParameterFromQuery(Name = "wave")] private string? Wave { get; set; }

    [SupplyParameterFromQuery(Name = "stage")] private string? Stage { get; set; }

    [SupplyParameterFromQuery(Name = "system")] private string? System { get; set; }

    [SupplyParameterFromQuery(Name = "owner")] private string? Owner { get; set; }

    [SupplyParameterFromQuery(Name = "class")] private string? Classification { get; set; }

    [SupplyParameterFromQuery(Name = "risk")] private string? Risk { get; set; }

    [SupplyParameterFromQuery(Name = "finding")] private string? Finding { get; set; }

    [SupplyParameterFromQuery(Name = "text")] private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "after")] private string? After { get; set; }

    [SupplyParameterFromQuery(Name = "before")] private string? Before { get; set; }

    private LoadedDatasets? Page { get; set; }

    [Inject] private ListDatasets Datasets { get; set; } = null!;

    private DatasetFilter Filter => new(
        WaveId ?? DatasetFilter.ReadWave(Wave), DatasetFilter.ReadStage(Stage), System, Owner, Classification, DatasetFilter.ReadRisk(Risk), Text,
        DatasetFilter.ReadFinding(Finding));

    private DatasetFilter Cleared => new(WaveId);

    private string Address => AddressOf(Filter, DatasetCursor.Read(After), DatasetCursor.Read(Before));

    private IReadOnlyList<ActiveFilter> Filters =>
    [
        .. Chip("wave", "Wave", WaveId is null ? Filter.WaveId : null, id => id == DatasetFilter.NoWave ? "none" : Page?.Answer.Choices.Waves.FirstOrDefault(wave => wave.Id == id)?.Name ?? "unknown"),
        .. Chip("stage", "Stage", Filter.Stage, stage => Naming.Label(stage)),
        .. Chip("risk", "Risk", Filter.Risk, risk => Naming.Label(risk)),
        .. Chip("finding", "Finding", Filter.Finding, finding => Naming.Label(finding)),
        .. Chip("system", "System", System),
        .. Chip("class", "Classification", Classification),
        .. Chip("owner", "Owner", Owner),
    ];

    private IReadOnlyList<FilterChoice> Choices =>
    [
        .. WaveId is null ? new[] { new FilterChoice("wave", "Wave", [new("none", "none"), .. Page?.Answer.Choices.Waves.Select(wave => new FilterOption(wave.Id.ToString(CultureInfo.InvariantCulture), wave.Name)) ?? []]) } : [],
        new("stage", "Stage", [.. Enum.GetValues<Stage>().Select(stage => new FilterOption(stage.ToString(), Naming.Label(stage)))]),
        new("risk", "Risk", [.. Enum.GetValues<DatasetRisk>().Select(risk => new FilterOption(risk.ToString(), Naming.Label(risk)))]),
        new("finding", "Finding", [.. Enum.GetValues<FindingKind>().Select(finding => new FilterOption(finding.ToString(), Naming.Label(finding)))]),
        new("system", "System", [.. Page?.Answer.Choices.Systems.Select(name => new FilterOption(name, name)) ?? []]),
        new("class", "Classification", [.. Page?.Answer.Choices.Classifications.Select(name => new FilterOption(name, name)) ?? []]),
        new("owner", "Owner"),
    ];

    protected override string LoadKey => Address;

    protected override bool ReloadsOn(ChangeTopic topic) => topic is ChangeTopic.Waves or ChangeTopic.Evidence;

    protected override async Task<Refusal?> LoadAsync(CancellationToken cancellationToken)
    {
        var address = Address;
        var datasets = await Datasets.HandleAsync(new(Filter, DatasetCursor.Read(After), DatasetCursor.Read(Before)), cancellationToken);
        Page = datasets.IsDone ? new(address, datasets.Value) : null;
        return datasets.Refusal;
    }

    /// <summary>On a wave's page the wave is in the path and not in the query.</summary>
    private string AddressOf(DatasetFilter filter, DatasetCursor? after = null, DatasetCursor? before = null) =>
        (WaveId is null ? filter : filter with { WaveId = null }).To(Path, after, before);

    private static IEnumerable<ActiveFilter> Chip<T>(string key, string label, T? value, Func<T, string> text) where T : struct =>
        value is { } given ? [new(key, label, $"{given}", text(given))] : [];

    private static IEnumerable<ActiveFilter> Chip(string key, string label, string? value) =>
        string.IsNullOrEmpty(value) ? [] : [new(key, label, value, value)];
}

/// <summary>A page of datasets and its URL.</summary>
public sealed record LoadedDatasets(string Address, DatasetsAnswer Answer);
