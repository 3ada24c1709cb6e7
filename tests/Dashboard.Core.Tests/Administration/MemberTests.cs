using Dashboard.Core.Administration;

namespace Dashboard.Core.Tests.Administration;

public sealed class MemberTests
{
    private static readonly Permission[] Sees = [Permission.ViewSummary, Permission.ViewWaves, Permission.ViewDeletionTotals];

    [Fact]
    public void May_LeadOfTheOversightCountry_ManagesWaves() =>
        Assert.True(With(Roles.GovernanceLead, "us").May(Permission.ManageWaves, "US").IsDone);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("SG")]
    public void May_LeadOfNoOrAnotherCountry_IsToldWhy(string? country) =>
        Assert.Equal(new OutsideOversightCountry(country, "US"), With(Roles.GovernanceLead, country).May(Permission.ManageWaves, "US").Refusal);

    [Fact]
    public void May_ReviewerAbroadWhoIsAlsoAuditor_KeepsTheAuditorsRights()
    {
        var member = With(Roles.Reviewer | Roles.Auditor, "SG");

        Assert.True(member.May(Permission.ViewImports, "US").IsDone);
        Assert.Equal(Roles.Auditor, member.EffectiveRoles("US"));
    }

    [Fact]
    public void May_AuditorAbroad_NeedsNoOversightCountry() =>
        Assert.True(With(Roles.Auditor, "SG").May(Permission.ViewInventory, "US").IsDone);

    [Fact]
    public void May_WithoutTheRole_NamesThoseThatMay()
    {
        var refusal = With(Roles.Executive, "US").May(Permission.ManageWaves, "US").Refusal;

        Assert.Equal(new NotPermitted(Permission.ManageWaves), refusal);
        Assert.Contains("governance lead", refusal!.Message);
    }

    [Fact]
    public void May_Suspended_NothingAtAll()
    {
        var member = With(Roles.GovernanceLead, "US");
        Assert.True(member.Suspend(Administrator(), "Left the unit", Days.Noon).IsDone);

        Assert.All(Enum.GetValues<Permission>(), permission => Assert.IsType<MemberSuspended>(member.May(permission, "US").Refusal));
        Assert.Equal(Roles.None, member.EffectiveRoles("US"));
    }

    [Fact]
    public void Suspend_Twice_IsRefused()
    {
        var member = With(Roles.Auditor, "US");
        member.Suspend(Administrator(), "Left", Days.Noon);

        Assert.IsType<AlreadySuspended>(member.Suspend(Administrator(), "Left", Days.Noon).Refusal);
    }

    [Fact]
    public void Suspend_WithoutReason_IsRefused() =>
        Assert.IsType<SuspensionNeedsReason>(With(Roles.Auditor, "US").Suspend(Administrator(), " ", Days.Noon).Refusal);

    [Fact]
    public void Suspend_Oneself_IsRefused()
    {
        var administrator = Administrator();

        Assert.IsType<CannotSuspendYourself>(administrator.Suspend(administrator, "Why not", Days.Noon).Refusal);
    }

    [Fact]
    public void Reinstate_ActiveMember_IsRefused() => Assert.IsType<NotSuspended>(With(Roles.Auditor, "US").Reinstate().Refusal);

    [Fact]
    public void SignIn_WhileSuspended_StaysSuspended()
    {
        var member = With(Roles.Auditor, "US");
        member.Suspend(Administrator(), "Left", Days.Noon);
        member.SignIn(new("s-1", "Ada", null, Roles.GovernanceLead, null, "US", []), Days.Noon.AddDays(1));

        Assert.False(member.IsActive);
        Assert.Equal("Left", member.SuspensionReason);
    }

    [Fact]
    public void Reinstate_Suspended_HasItsRightsBack()
    {
        var member = With(Roles.Auditor, "US");
        member.Suspend(Administrator(), "Left", Days.Noon);

        Assert.True(member.Reinstate().IsDone);
        Assert.True(member.May(Permission.ViewSummary, "US").IsDone);
        Assert.Null(member.SuspensionReason);
    }

    [Fact]
    public void Grants_Executive_SeesSumsAndWavesAndNothingElse() =>
        Assert.Equal(Sees, Enum.GetValues<Permission>().Where(permission => RolePermissions.Grants(Roles.Executive, permission)));

    [Fact]
    public void Grants_Auditor_NothingThatChangesAnything() =>
        Assert.DoesNotContain(
            Enum.GetValues<Permission>().Where(permission => RolePermissions.Grants(Roles.Auditor, permission)),
            permission => permission.ToString().StartsWith("Manage", StringComparison.Ordinal) || permission is Permission.RunImports);

    [Fact]
    public void Grants_Administrator_NoData() =>
        Assert.DoesNotContain(
            new[] { Permission.ViewDatasets, Permission.ViewInventory, Permission.ManageWaves, Permission.ManageBoundary },
            permission => RolePermissions.Grants(Roles.Administrator, permission));

    [Fact]
    public void Grants_NoRole_Nothing() =>
        Assert.DoesNotContain(Enum.GetValues<Permission>(), permission => RolePermissions.Grants(Roles.None, permission));

    [Fact]
    public void RolesWith_EveryPermission_IsGrantedToSomeRole() =>
        Assert.DoesNotContain(Roles.None, Enum.GetValues<Permission>().Select(RolePermissions.RolesWith));

    [Theory]
    [InlineData(Roles.DataSteward, true)]
    [InlineData(Roles.DataSteward | Roles.Executive, true)]
    [InlineData(Roles.DataSteward | Roles.Auditor, false)]
    [InlineData(Roles.GovernanceLead, false)]
    public void SystemsSeen_OnlyASteward_IsLimitedToOwnSystems(Roles roles, bool limited)
    {
        var member = Member.Register(new("s-1", "Ada", null, roles, null, "US", ["Messages"]), Days.Noon);

        Assert.Equal(limited ? ["Messages"] : null, member.SystemsSeen(Permission.ViewDatasets, "US"));
    }

    [Fact]
    public void SystemsSeen_StewardAndLeadAbroad_StaysLimited()
    {
        var member = Member.Register(new("s-1", "Ada", null, Roles.DataSteward | Roles.GovernanceLead, null, "SG", ["Messages"]), Days.Noon);

        Assert.Equal(["Messages"], member.SystemsSeen(Permission.ViewDatasets, "US"));
    }

    private static Member With(Roles roles, string? country) =>
        Member.Register(new("s-1", "Ada", null, roles, null, country, []), Days.Noon);

    /// <summary>The database assigns IDs; two members who were never saved would share the ID 0.</summary>
    private static Member Administrator()
    {
        var member = Member.Register(new("s-2", "Grace", null, Roles.Administrator, null, "US", []), Days.Noon);
        typeof(Member).GetProperty(nameof(Member.Id))!.SetValue(member, 2L);
        return member;
    }
}
