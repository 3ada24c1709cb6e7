using System.Data.Common;
using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Migration;
using Dashboard.Web.Controls.Forms;
using Dashboard.Web.Controls.Tables;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Migration;

/// <summary>The list of datasets, with its filters in the URL. On a wave's page it lists that wave.</summary>
public sealed partial class DatasetTable
{
    private readonly CancellationTokenSource leaving = new();
    private readonly Dictionary<long, DatasetInWave> chosen = [];
    private (MessageKind Kind, string Text)? message;
    private string target = "";
    private string? failure;
    private bool busy;

    /// <summary>The path of the page with the table. Its filters link to this path.</summary>
    [Parameter, EditorRequired] public required string Path { get; set; }

    /// <summary>If set, the table lists only this wave.</summary>
    [Parameter] public long? WaveId { get; set; }

    /// <summary>Raised after datasets were moved.</summary>
    [Parameter] public EventCallback Moved { get; set; }

    [SupplyParameterFromQuery(Name = "wave")] private string? Wave { get; set; }

    [SupplyParameterFromQuery(Name = "stage")] private string? Stage { get; set; }

    [SupplyParameterFromQuery(Name = "system")] private string? System { get; set; }

    [SupplyParameterFromQuery(Name = "owner")] private string? Owner { get; set; }

    [SupplyParameterFromQuery(Name = "class")] private string? Classification { get; set; }

    [SupplyParameterFromQuery(Name = "risk")] private string? Risk { get; set; }

    [SupplyParameterFromQuery(Name = "text")] private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "after")] private string? After { get; set; }

    [SupplyParameterFromQuery(Name = "before")] private string? Before { get; set; }

    [PersistentState] public LoadedDatasets? Page { get; set; }

    [Inject] private ListDatasets Datasets { get; set; } = null!;

    [Inject] private MoveDatasets Moving { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private ILogger<DatasetTable> Log { get; set; } = null!;

    private DatasetFilter Filter => new(
        WaveId ?? DatasetFilter.ReadWave(Wave), DatasetFilter.ReadStage(Stage), System, Owner, Classification, DatasetFilter.ReadRisk(Risk), Text);

    private DatasetFilter Cleared => new(WaveId);

    private string Address => AddressOf(Filter, DatasetCursor.Read(After), DatasetCursor.Read(Before));

    private IReadOnlyList<ActiveFilter> Filters =>
    [
        .. Chip("wave", "Wave", WaveId is null ? Filter.WaveId : null, id => id == DatasetFilter.NoWave ? "none" : Page?.Answer.Choices.Waves.FirstOrDefault(wave => wave.Id == id)?.Name ?? "unknown"),
        .. Chip("stage", "Stage", Filter.Stage, stage => Naming.Label(stage)),
        .. Chip("risk", "Risk", Filter.Risk, risk => Naming.Label(risk)),
        .. Chip("system", "System", System),
        .. Chip("class", "Classification", Classification),
        .. Chip("owner", "Owner", Owner),
    ];

    private IReadOnlyList<FilterChoice> Choices =>
    [
        .. WaveId is null ? new[] { new FilterChoice("wave", "Wave", [new("none", "none"), .. Page?.Answer.Choices.Waves.Select(wave => new FilterOption(wave.Id.ToString(CultureInfo.InvariantCulture), wave.Name)) ?? []]) } : [],
        new("stage", "Stage", [.. Enum.GetValues<Stage>().Select(stage => new FilterOption(stage.ToString(), Naming.Label(stage)))]),
        new("risk", "Risk", [.. Enum.GetValues<DatasetRisk>().Select(risk => new FilterOption(risk.ToString(), Naming.Label(risk)))]),
        new("system", "System", [.. Page?.Answer.Choices.Systems.Select(name => new FilterOption(name, name)) ?? []]),
        new("class", "Classification", [.. Page?.Answer.Choices.Classifications.Select(name => new FilterOption(name, name)) ?? []]),
        new("owner", "Owner"),
    ];

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Page?.Address == Address && failure is null)
            return;
        chosen.Clear();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        (failure, busy) = (null, true);
        try
        {
            var address = Address;
            var datasets = await Datasets.HandleAsync(new(Filter, DatasetCursor.Read(After), DatasetCursor.Read(Before)), leaving.Token);
            (Page, failure) = (datasets.IsDone ? new(address, datasets.Value) : null, datasets.Refusal?.Message);
        }
        catch (DbException error)
        {
            Log.LogError(error, "The list of datasets could not be read");
            failure = "The database did not answer.";
        }

        busy = false;
    }

    private async Task MoveAsync()
    {
        var wave = long.TryParse(target, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (long?)null;
        var name = Page!.Answer.Choices.Waves.FirstOrDefault(choice => choice.Id == wave)?.Name;
        var moved = await Moving.HandleAsync(new([.. chosen.Values], wave), leaving.Token);
        if (moved.Refusal is { } refusal)
        {
            message = (MessageKind.Refused, refusal.Message);
            return;
        }

        message = (MessageKind.Done, $"{(moved.Value == 1 ? "1 dataset is" : $"{moved.Value:N0} datasets are")} now in {name ?? "no wave"}.");
        chosen.Clear();
        await LoadAsync();
        await Moved.InvokeAsync();
    }

    private void Choose(DatasetRow row)
    {
        if (!chosen.Remove(row.Id))
            chosen[row.Id] = new(row.Id, row.WaveId);
    }

    private Task AddAsync(ActiveFilter added)
    {
        Go(added.Key switch
        {
            "wave" => Filter with { WaveId = DatasetFilter.ReadWave(added.Value) },
            "stage" => Filter with { Stage = DatasetFilter.ReadStage(added.Value) },
            "risk" => Filter with { Risk = DatasetFilter.ReadRisk(added.Value) },
            "system" => Filter with { System = added.Value },
            "class" => Filter with { Classification = added.Value },
            _ => Filter with { Owner = added.Value },
        });
        return Task.CompletedTask;
    }

    private void Remove(ActiveFilter removed) => Go(removed.Key switch
    {
        "wave" => Filter with { WaveId = null },
        "stage" => Filter with { Stage = null },
        "risk" => Filter with { Risk = null },
        "system" => Filter with { System = null },
        "class" => Filter with { Classification = null },
        _ => Filter with { Owner = null },
    });

    private void Go(DatasetFilter filter)
    {
        message = null;
        Navigation.NavigateTo(AddressOf(filter));
    }

    /// <summary>On a wave's page the wave is in the path and not in the query.</summary>
    private string AddressOf(DatasetFilter filter, DatasetCursor? after = null, DatasetCursor? before = null) =>
        (WaveId is null ? filter : filter with { WaveId = null }).To(Path, after, before);

    private static IEnumerable<ActiveFilter> Chip<T>(string key, string label, T? value, Func<T, string> text) where T : struct =>
        value is { } given ? [new(key, label, $"{given}", text(given))] : [];

    private static IEnumerable<ActiveFilter> Chip(string key, string label, string? value) =>
        string.IsNullOrEmpty(value) ? [] : [new(key, label, value, value)];
}

/// <summary>A page of datasets and its URL. Prerendering passes both to the circuit.</summary>
public sealed record LoadedDatasets(string Address, DatasetsAnswer Answer);
