using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Web.Controls.Tables;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Deletions.Items;

public sealed partial class ItemsPage
{
    private static readonly FilterOption[] States = [.. Enum.GetValues<ItemState>().Select(state => new FilterOption(ItemFilter.Key(state), Naming.Label(state)))];
    private static readonly FilterOption[] ClosedGates = [.. GateList.All.Select(gate => new FilterOption(GateText.Key(gate), GateText.Label(gate)))];

    [Parameter] public long Id { get; set; }

    public ItemsAnswer? Answer { get; set; }

    [SupplyParameterFromQuery(Name = "state")] private string? State { get; set; }

    [SupplyParameterFromQuery(Name = "gate")] private string? Gate { get; set; }

    [SupplyParameterFromQuery(Name = "location")] private long? Location { get; set; }

    [SupplyParameterFromQuery(Name = "text")] private string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "after")] private long? After { get; set; }

    [SupplyParameterFromQuery(Name = "before")] private long? Before { get; set; }

    [SupplyParameterFromQuery(Name = "item")] private long? Item { get; set; }

    [Inject] private ListItems List { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override string LoadKey => $"{Id} {Filter} {After} {Before}";

    private ItemFilter Filter => ItemFilter.Read(State, Gate, Location, Text);

    private FilterChoice[] Choices =>
    [
        new("state", "State", States),
        new("gate", "Closed gate", ClosedGates),
        new("location", "Location", [.. (Answer?.Places ?? []).Select(place => new FilterOption($"{place.Id}", place.Name))]),
    ];

    private List<ActiveFilter> Active
    {
        get
        {
            var active = new List<ActiveFilter>();
            if (Filter.State is { } state)
                active.Add(new("state", "State", ItemFilter.Key(state), Naming.Label(state)));
            if (Filter.Gate is { } gate)
                active.Add(new("gate", "Closed gate", GateText.Key(gate), GateText.Label(gate)));
            if (Filter.LocationId is { } location)
                active.Add(new("location", "Location", $"{location}", Answer?.Places.FirstOrDefault(place => place.Id == location)?.Name ?? $"{location}"));
            return active;
        }
    }

    private string Query => new Uri(Navigation.BaseUri).MakeRelativeUri(new Uri(new Uri(Navigation.BaseUri), Address(Filter))).ToString() is var path && path.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at
        ? path[at..]
        : "";

    protected override bool ReloadsOn(ChangeTopic topic) => topic is ChangeTopic.Deletions;

    protected override async Task<Refusal?> LoadAsync(CancellationToken cancellationToken)
    {
        var answer = await List.HandleAsync(new(Id, Filter, After, Before), cancellationToken);
        Answer = answer.IsDone ? answer.Value : null;
        return answer.Refusal;
    }

    private string Address(ItemFilter filter, long? after = null, long? before = null, long? item = null) =>
        Navigation.GetUriWithQueryParameters(BatchAddress.Items(Id), filter.Query(after, before, item));
}
