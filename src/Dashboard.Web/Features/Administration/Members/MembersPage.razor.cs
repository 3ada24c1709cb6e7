using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Controls.Forms;
using Dashboard.Web.Controls.Tables;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Administration.Members;

public sealed partial class MembersPage : IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private MembersAnswer? answer;
    private Message? message;
    private string? failure;
    private long? self;
    private bool mayManage;

    /// <summary>The member whose panel is open.</summary>
    [SupplyParameterFromQuery(Name = "member")] public long? MemberId { get; set; }

    [SupplyParameterFromQuery(Name = "after")] public string? AfterName { get; set; }

    [SupplyParameterFromQuery(Name = "afterId")] public long? AfterId { get; set; }

    [SupplyParameterFromQuery(Name = "text")] public string? Text { get; set; }

    [SupplyParameterFromQuery(Name = "role")] public string? Role { get; set; }

    [SupplyParameterFromQuery(Name = "state")] public string? State { get; set; }

    [Inject] private ListMembers ListMembers { get; set; } = null!;

    [Inject] private SuspendMember SuspendMember { get; set; } = null!;

    [Inject] private ReinstateMember ReinstateMember { get; set; } = null!;

    [Inject] private MemberAccess Access { get; set; } = null!;

    [Inject] private IOptions<ProgrammeSettings> Programme { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private MemberFilter Filter => MemberFilter.Read(Text, Role, State);

    private MemberRow? Open => answer?.Rows.FirstOrDefault(row => row.Id == MemberId);

    private string ListHref => Navigation.GetUriWithQueryParameter("member", (long?)null);

    private string? PageText => answer is null ? null : $"{answer.Rows.Count:N0} of {answer.Total:N0} members";

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        var me = await Access.FindAsync(leaving.Token);
        self = me?.Id;
        mayManage = me?.May(Permission.ManageMembers, Programme.Value.OversightCountry).IsDone == true;
        await LoadAsync();
    }

    internal static string RolesOf(MemberRow row) => row.Roles is Roles.None ? "None" : Naming.Label(row.Roles);

    private string HrefOf(MemberRow row) => Navigation.GetUriWithQueryParameter("member", row.Id);

    private async Task LoadAsync()
    {
        var after = AfterName is null ? null : new MemberCursor(AfterName, AfterId ?? 0);
        var loaded = await ListMembers.HandleAsync(new ListMembersRequest(after, Filter), leaving.Token);
        failure = loaded.Refusal?.Message;
        answer = loaded.IsDone ? loaded.Value : null;
    }

    private void First() => Go(Filter);

    /// <summary>The first page of a filter.</summary>
    private void Go(MemberFilter filter) => Navigation.NavigateTo(filter.To(MemberFilter.ListPath));

    private void Next()
    {
        var last = answer!.Rows[^1];
        Navigation.NavigateTo(Filter.To(MemberFilter.ListPath, new(last.Name, last.Id)));
    }

    private Task SuspendAsync(string reason) =>
        ActAsync(row => SuspendMember.HandleAsync(new(row.Id, reason), leaving.Token), name => $"{name} is suspended. Open pages lose their rights within half a minute.");

    private Task ReinstateAsync() =>
        ActAsync(row => ReinstateMember.HandleAsync(new(row.Id), leaving.Token), name => $"{name} is reinstated and can sign in again.");

    private async Task ActAsync(Func<MemberRow, Task<Result>> act, Func<string, string> text)
    {
        var row = Open!;
        var outcome = await act(row);
        message = outcome.Refusal is { } refusal ? new(MessageKind.Refused, refusal.Message) : new(MessageKind.Done, text(row.Name));
        await LoadAsync();
    }

    private sealed record Message(MessageKind Kind, string Text);
}
