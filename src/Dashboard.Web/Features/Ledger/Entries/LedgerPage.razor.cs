using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Ledger;
using Dashboard.Web.Controls.Tables;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Ledger.Entries;

public sealed partial class LedgerPage
{
    private static readonly FilterOption[] Actions = [.. LedgerActions.All.Select(action => new FilterOption(action, LedgerText.Action(action)))];

    public EntriesAnswer? Answer { get; set; }

    [SupplyParameterFromQuery(Name = "from")] private string? FromDay { get; set; }

    [SupplyParameterFromQuery(Name = "to")] private string? ToDay { get; set; }

    [SupplyParameterFromQuery(Name = "actor")] private string? Actor { get; set; }

    [SupplyParameterFromQuery(Name = "action")] private string? ActionName { get; set; }

    [SupplyParameterFromQuery(Name = "subject")] private string? SubjectText { get; set; }

    [SupplyParameterFromQuery(Name = "older")] private long? OlderThan { get; set; }

    [SupplyParameterFromQuery(Name = "newer")] private long? NewerThan { get; set; }

    [Inject] private ListEntries List { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override string LoadKey => $"{Filter} {OlderThan} {NewerThan}";

    private EntryFilter Filter => EntryFilter.Read(FromDay, ToDay, Actor, ActionName, SubjectText);

    private List<ActiveFilter> Active
    {
        get
        {
            var active = new List<ActiveFilter>();
            if (Filter.Actor is { } actor)
                active.Add(new("actor", "Who", actor, Answer?.Actors.FirstOrDefault(known => known.Subject == actor)?.Name ?? actor));
            if (Filter.Action is { } action)
                active.Add(new("action", "Action", action, LedgerText.Action(action)));
            if (Filter.Subject is { } subject)
                active.Add(new("subject", "About", $"{subject}", Subject(subject.Kind, subject.Id)));
            return active;
        }
    }

    private bool IsSubjectInvalid => !string.IsNullOrWhiteSpace(SubjectText) && Filter.Subject is null;

    private FilterChoice[] Choices =>
    [
        new("actor", "Who", [.. (Answer?.Actors ?? []).Select(actor => new FilterOption(actor.Subject, actor.Name))]),
        new("action", "Action", Actions),
        new("subject", "About", Hint: "dataset:12"),
    ];

    /// <summary>The first page updates as entries are added; older pages stay as they are.</summary>
    protected override bool ReloadsOn(ChangeTopic topic) => topic is ChangeTopic.Ledger && OlderThan is null && NewerThan is null;

    protected override async Task<Refusal?> LoadAsync(CancellationToken cancellationToken)
    {
        var answer = await List.HandleAsync(new(Filter, OlderThan, NewerThan), cancellationToken);
        Answer = answer.IsDone ? answer.Value : null;
        return answer.Refusal;
    }

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>There is one programme and one ledger; everything else has a number.</summary>
    private static string Subject(string kind, string id) => kind == id ? LedgerText.Kind(kind) : $"{LedgerText.Kind(kind)} {id}";

    private string Address(EntryFilter filter, long? older = null, long? newer = null) =>
        Navigation.GetUriWithQueryParameters(EntryFilter.Page, filter.Query(older, newer));
}
