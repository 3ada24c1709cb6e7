using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Controls.Forms;
using Dashboard.Web.Controls.Tables;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using MudBlazor;

namespace Dashboard.Web.Features.Administration.Members;

public sealed partial class MembersPage
{
    private string? refused;
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

    [Inject] private ISnackbar Notices { get; set; } = null!;

    [Inject] private MemberAccess Access { get; set; } = null!;

    [Inject] private IOptions<ProgrammeSettings> Programme { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private MemberFilter Filter => MemberFilter.Read(Text, Role, State);

    private MemberRow? Open => Answer?.Rows.FirstOrDefault(row => row.Id == MemberId);

    private string ListHref => Navigation.GetUriWithQueryParameter("member", (long?)null);

    private string? PageText => Answer is null ? null : $"{Answer.Rows.Count:N0} of {Answer.Total:N0} members";

    [PersistentState] public MembersAnswer? Answer { get; set; }

    [PersistentState] public string? AnswerTo { get; set; }

    protected override string LoadKey => $"{Filter} {AfterName} {AfterId}";

    protected override string? RestoredKey => AnswerTo;

    protected override bool ReloadsOn(ChangeTopic topic) => topic is ChangeTopic.Members;

    protected override async Task<Refusal?> LoadAsync(CancellationToken cancellationToken)
    {
        var after = AfterName is null ? null : new MemberCursor(AfterName, AfterId ?? 0);
        var loaded = await ListMembers.HandleAsync(new(after, Filter), cancellationToken);
        (Answer, AnswerTo) = (loaded.IsDone ? loaded.Value : null, LoadKey);
        return loaded.Refusal;
    }

    protected override async Task OnInitializedAsync()
    {
        var me = await Access.FindAsync(Leaving);
        self = me?.Id;
        mayManage = me?.May(Permission.ManageMembers, Programme.Value.OversightCountry).IsDone == true;
    }

    internal static string RolesOf(MemberRow row) => row.Roles is Roles.None ? "None" : Naming.Label(row.Roles);

    private string HrefOf(MemberRow row) => Navigation.GetUriWithQueryParameter("member", row.Id);

    private Task SuspendAsync(string reason) =>
        ActAsync(row => SuspendMember.HandleAsync(new(row.Id, reason), Leaving), name => $"{name} is suspended. Open pages lose their rights within half a minute.");

    private Task ReinstateAsync() =>
        ActAsync(row => ReinstateMember.HandleAsync(new(row.Id), Leaving), name => $"{name} is reinstated and can sign in again.");

    private async Task ActAsync(Func<MemberRow, Task<Result>> act, Func<string, string> text)
    {
        var row = Open!;
        var outcome = await act(row).OrRefusal();
        refused = outcome.Refusal?.Message;
        if (outcome.IsDone)
            Notices.Done(text(row.Name));
        await ReloadAsync();
    }
}
