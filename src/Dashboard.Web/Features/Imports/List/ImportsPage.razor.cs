using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Controls.Tables;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Imports.List;

public sealed partial class ImportsPage
{
    private static readonly FilterOption[] States =
        [.. Enum.GetValues<ImportState>().Select(state => new FilterOption(state.ToString(), Naming.Label(state)))];

    private static readonly FilterOption[] Kinds =
        [.. Enum.GetValues<SourceKind>().Select(kind => new FilterOption(kind.ToString(), Naming.Label(kind)))];

    public ImportsAnswer? Answer { get; set; }

    [SupplyParameterFromQuery(Name = "source")] private long? SourceId { get; set; }

    [SupplyParameterFromQuery(Name = "state")] private string? StateName { get; set; }

    [SupplyParameterFromQuery(Name = "kind")] private string? KindName { get; set; }

    [SupplyParameterFromQuery(Name = "since")] private string? SinceText { get; set; }

    [SupplyParameterFromQuery(Name = "older")] private long? OlderThan { get; set; }

    [SupplyParameterFromQuery(Name = "newer")] private long? NewerThan { get; set; }

    [Inject] private ListImports List { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override string LoadKey => $"{SourceId} {State} {Kind} {Since} {OlderThan} {NewerThan}";

    private ImportState? State => Enum.TryParse<ImportState>(StateName, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;

    private SourceKind? Kind => Enum.TryParse<SourceKind>(KindName, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;

    private DateTimeOffset? Since => ImportsAddress.ReadSince(SinceText);

    private List<ActiveFilter> Active
    {
        get
        {
            var active = new List<ActiveFilter>();
            if (SourceId is { } source)
                active.Add(new("source", "Source", $"{source}", Answer?.Sources.FirstOrDefault(s => s.Id == source)?.Name ?? "unknown"));
            if (State is { } state)
                active.Add(new("state", "State", $"{state}", Naming.Label(state)));
            if (Kind is { } kind)
                active.Add(new("kind", "Kind of source", $"{kind}", Naming.Label(kind)));
            if (Since is { } since)
                active.Add(new("since", "Finished since", SinceText!, TimeText.Exact(since)));
            return active;
        }
    }

    private FilterChoice[] Choices =>
    [
        new("source", "Source", [.. (Answer?.Sources ?? []).Select(source => new FilterOption($"{source.Id}", source.Name))]),
        new("state", "State", States),
        new("kind", "Kind of source", Kinds),
    ];

    protected override bool ReloadsOn(ChangeTopic topic) => topic is ChangeTopic.Imports or ChangeTopic.Sources;

    protected override async Task<Refusal?> LoadAsync(CancellationToken cancellationToken)
    {
        var answer = await List.HandleAsync(new(SourceId, State, OlderThan, NewerThan, Kind, Since), cancellationToken);
        Answer = answer.IsDone ? answer.Value : null;
        return answer.Refusal;
    }

    private static string Changes(ImportRow row) => row.State switch
    {
        ImportState.Applied => ImportText.Changes(row.Counts),
        ImportState.AwaitingConfirmation => $"would be: {ImportText.Changes(row.Counts)}",
        ImportState.Refused or ImportState.Cancelled => "none",
        _ => "",
    };

    private string Address(long? older = null, long? newer = null) =>
        Navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal) { ["older"] = older, ["newer"] = newer });
}
