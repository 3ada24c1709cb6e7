using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Ledger;
using Dashboard.Core.Migration;
using Dashboard.Web.Features.Administration.Boundary;
using Dashboard.Web.Features.Administration.Classifications;
using Dashboard.Web.Features.Administration.Locations;
using Dashboard.Web.Features.Administration.Members;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Ledger;

public sealed class RecordedAdministrationTests : RecordedChange
{
    private readonly Dataset chat;

    public RecordedAdministrationTests()
    {
        chat = Programme.Dataset("Chat");
        Programme.Copy(chat, Programme.Virginia, CopyRole.Primary, bytes: 300);
        Programme.Copy(Programme.Dataset("Mail"), Programme.Nowhere, CopyRole.Primary, bytes: 50);
    }

    private AddRulesRequest OwnCentre =>
        new("The company", "us", [Programme.Protected.Id, Programme.Excepted.Id], Programme.Today, Programme.Today.AddDays(30), " The board's decision. ");

    [Fact]
    public async Task Members()
    {
        var ari = Programme.Member(Roles.Auditor);
        var suspend = new SuspendMember(Database, AsAdministrator, Clock);
        var reinstate = new ReinstateMember(Database, AsAdministrator, Clock);

        await RefusesAsync<SuspensionNeedsReason, Result>(() => suspend.HandleAsync(new(ari.Id, " "), Token));
        await RefusesAsync<CannotSuspendYourself, Result>(() => suspend.HandleAsync(new(Administrator.Id, "Left"), Token));
        await RefusesAsync<NotPermitted, Result>(() => new SuspendMember(Database, AsLead, Clock).HandleAsync(new(ari.Id, "Left"), Token));
        Assert.Equal(
            """
            member.suspended of member “Auditor”
            Administrator suspended Auditor: Left the unit.
            - isActive: yes → no
            - suspendedAt: nothing → 2026-05-20T12:00:00.000Z
            - suspendedBy: nothing → Administrator
            - suspensionReason: nothing → Left the unit.
            """,
            await TellAsync(Administrator, LedgerSubjects.Of(ari), () => suspend.HandleAsync(new(ari.Id, " Left the unit. "), Token)));
        await RefusesAsync<AlreadySuspended, Result>(() => suspend.HandleAsync(new(ari.Id, "Left"), Token));
        Assert.Equal(
            """
            member.reinstated of member “Auditor”
            Administrator reinstated Auditor.
            - isActive: no → yes
            - suspendedAt: 2026-05-20T12:00:00.000Z → nothing
            - suspendedBy: Administrator → nothing
            - suspensionReason: Left the unit. → nothing
            """,
            await TellAsync(Administrator, LedgerSubjects.Of(ari), () => reinstate.HandleAsync(new(ari.Id), Token)));
        await RefusesAsync<NotSuspended, Result>(() => reinstate.HandleAsync(new(ari.Id), Token));
    }

    [Fact]
    public async Task BoundaryRules()
    {
        await Programme.SettleAsync(Token);
        var add = new AddRules(Database, AsLead, Clock, Notices);
        var end = new EndRule(Database, AsLead, Clock, Notices);
        var withdraw = new WithdrawRule(Database, AsLead, Clock, Notices);

        await RefusesAsync<RuleNeedsReason, Result>(() => add.HandleAsync(OwnCentre with { Reason = " " }, Token));
        Assert.Equal(
            """
            boundary-rule.added of boundary-rule “The company in US”
            Governance lead let The company in the United States hold Protected, Excepted from 2026-05-20: The board's decision.
            - classification: nothing → Protected, Excepted
            - country: nothing → US
            - operator: nothing → The company
            - reason: nothing → The board's decision.
            - validFrom: nothing → 2026-05-20
            - validUntil: nothing → 2026-06-19
            about 1 × boundary-rule “The company in US”
            about 1 × dataset
            {'datasetsMovedStage':1,'stageMoves':[{'datasets':1,'from':'not started','to':'pivoted'}]}
            """,
            await TellAsync(Lead, null, () => add.HandleAsync(OwnCentre, Token)));

        var rule = await RuleAsync(Programme.Protected);
        await RefusesAsync<StaleEdit, Result>(() => end.HandleAsync(new(rule.Id, rule.Version - 1, Programme.Today), Token));
        Assert.Equal(
            """
            boundary-rule.ended of boundary-rule “The company in US”
            Governance lead ended the rule that lets The company in the United States hold Protected: its last day is 2026-05-23.
            - validUntil: 2026-06-19 → 2026-05-23
            {'datasetsMovedStage':0,'stageMoves':[]}
            """,
            await TellAsync(Lead, LedgerSubjects.Of(rule), () => end.HandleAsync(new(rule.Id, rule.Version, Programme.Today.AddDays(3)), Token)));

        rule = await RuleAsync(Programme.Protected);
        await RefusesAsync<StaleEdit, Result>(() => withdraw.HandleAsync(new(rule.Id, rule.Version - 1, "Mistyped"), Token));
        await RefusesAsync<WithdrawalNeedsReason, Result>(() => withdraw.HandleAsync(new(rule.Id, rule.Version, " "), Token));
        Assert.Equal(
            """
            boundary-rule.withdrawn of boundary-rule “The company in US”
            Governance lead withdrew the rule that was to let The company in the United States hold Protected: Mistyped.
            - withdrawalReason: nothing → Mistyped
            - withdrawnAt: nothing → 2026-05-20T12:00:00.000Z
            - withdrawnBy: nothing → Governance lead
            about 1 × dataset
            {'datasetsMovedStage':1,'stageMoves':[{'datasets':1,'from':'pivoted','to':'not started'}]}
            """,
            await TellAsync(Lead, LedgerSubjects.Of(rule), () => withdraw.HandleAsync(new(rule.Id, rule.Version, "Mistyped"), Token)));
    }

    [Fact]
    public async Task BoundaryRules_ForManyClassifications_AreCountedInTheSentence()
    {
        await Programme.SettleAsync(Token);
        foreach (var name in new[] { "Ads", "Billing", "Chats", "Drafts" })
            Assert.True((await new SaveClassification(Database, AsLead, Clock, Notices).HandleAsync(new(null, 0, name, "", MustBeInside: true), Token)).IsDone);
        await using var context = Database.CreateDbContext();
        var all = await context.Classifications.Select(classification => classification.Id).ToListAsync(Token);

        Assert.Equal(
            """
            boundary-rule.added of boundary-rule “The company in US”
            Governance lead let The company in the United States hold 8 classifications from 2026-05-20: The board's decision.
            - classification: nothing → Ads, Billing, Chats, Drafts, Excepted, Protected, Public, Unclassified
            - country: nothing → US
            - operator: nothing → The company
            - reason: nothing → The board's decision.
            - validFrom: nothing → 2026-05-20
            about 7 × boundary-rule “The company in US”
            about 1 × dataset
            {'datasetsMovedStage':1,'stageMoves':[{'datasets':1,'from':'not started','to':'pivoted'}]}
            """,
            await TellAsync(Lead, null, () => new AddRules(Database, AsLead, Clock, Notices).HandleAsync(OwnCentre with { ClassificationIds = all, Until = null }, Token)));
    }

    [Fact]
    public async Task Locations()
    {
        await Programme.SettleAsync(Token);
        var describe = new DescribeLocation(Database, AsLead, Clock, Notices);
        var request = new DescribeLocationRequest(Programme.Nowhere.Id, Programme.Nowhere.Version, "Ashburn hall 7", "Oracle", "us", LocationKind.CloudRegion, 39.04, -77.49);

        await RefusesAsync<StaleEdit, Result>(() => describe.HandleAsync(request with { Version = 0 }, Token));
        await RefusesAsync<CountryUnknown, Result>(() => describe.HandleAsync(request with { Country = "XX" }, Token));
        Assert.Equal(
            """
            location.described of location “Ashburn hall 7”
            Governance lead described the location “Ashburn hall 7”: Oracle, United States of America.
            - country: nothing → US
            - kind: Unknown → CloudRegion
            - latitude: nothing → 39.04
            - longitude: nothing → -77.49
            - name: Unknown operator, dc-7 → Ashburn hall 7
            - operator: nothing → Oracle
            about 1 × dataset
            {'datasetsMovedStage':1,'stageMoves':[{'datasets':1,'from':'not started','to':'pivoted'}]}
            """,
            await TellAsync(Lead, null, () => describe.HandleAsync(request, Token)));
        await ChangesNothingAsync(() => describe.HandleAsync(request with { Version = request.Version + 1 }, Token));
        Assert.Equal(
            """
            location.described of location “Ashburn hall 7”
            Governance lead described the location “Ashburn hall 7”: operator not known, country not known.
            - country: US → nothing
            - operator: Oracle → nothing
            about 1 × dataset
            {'datasetsMovedStage':1,'stageMoves':[{'datasets':1,'from':'pivoted','to':'not started'}]}
            """,
            await TellAsync(Lead, null, () => describe.HandleAsync(request with { Version = request.Version + 1, Operator = null, Country = "" }, Token)));
    }

    [Fact]
    public async Task Classifications()
    {
        await Programme.SettleAsync(Token);
        var save = new SaveClassification(Database, AsLead, Clock, Notices);
        var request = new SaveClassificationRequest(Programme.Protected.Id, Programme.Protected.Version, "Protected", "Whatever users made.", MustBeInside: false);

        await RefusesAsync<ClassificationNameTaken, Result>(() => save.HandleAsync(new(null, 0, " protected ", "", MustBeInside: true), Token));
        Assert.Equal(
            """
            classification.created of classification “Payroll”
            Governance lead created the classification “Payroll”, which must be inside.
            - description: nothing → Wages.
            - mustBeInside: nothing → yes
            - name: nothing → Payroll
            {'datasetsMovedStage':0,'stageMoves':[]}
            """,
            await TellAsync(Lead, null, () => save.HandleAsync(new(null, 0, " Payroll ", "Wages.", MustBeInside: true), Token)));
        await RefusesAsync<StaleEdit, Result>(() => save.HandleAsync(request with { Version = 0 }, Token));
        Assert.Equal(
            """
            classification.revised of classification “Protected”
            Governance lead revised the classification “Protected”, which need not be inside.
            - description: Private data of the protected population. Must be inside. → Whatever users made.
            - mustBeInside: yes → no
            about 2 × dataset
            {'datasetsMovedStage':2,'stageMoves':[{'datasets':2,'from':'not started','to':'no stage'}]}
            """,
            await TellAsync(Lead, LedgerSubjects.Of(Programme.Protected), () => save.HandleAsync(request, Token)));
        await ChangesNothingAsync(() => save.HandleAsync(request with { Version = request.Version + 1 }, Token));
    }

    private async Task<BoundaryRule> RuleAsync(Classification classification)
    {
        await using var context = Database.CreateDbContext();
        return await context.BoundaryRules.AsNoTracking().SingleAsync(rule => rule.Operator == "The company" && rule.ClassificationId == classification.Id, Token);
    }
}
