using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Testing;
using Dashboard.Web.Features.Administration.Members;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Security;

/// <summary>Ledger entries about people who sign in and about those who are refused.</summary>
public sealed class SignInEntriesTests : SlicedProgramme
{
    private static readonly MemberClaims Ari = new("ari", "Ari Chen", "ari@example.org", Roles.Reviewer, "Unit two", "US", []);

    [Fact]
    public async Task FirstSignIn_IsRecordedWithThePersonAsActor()
    {
        var member = await SignInAsync(Ari with { Systems = ["Messages", "Video"] });

        var entry = Assert.Single(await Database.EntriesAsync());
        Assert.Equal((LedgerActions.MemberRegistered, new LedgerActor("ari", "Ari Chen", "Reviewer", "Unit two", "US")), (entry.Action, entry.Actor));
        Assert.Equal(new LedgerSubject("member", $"{member.Id}", "Ari Chen"), entry.Subject);
        Assert.Equal("Ari Chen signed in for the first time, as reviewer of Unit two.", entry.Sentence);
        Assert.Equal(
            [
                new("country", null, "US"), new("email", null, "ari@example.org"), new("isActive", null, "yes"), new("name", null, "Ari Chen"),
                new("roles", null, "Reviewer"), new("subject", null, "ari"), new("systems", null, "Messages, Video"), new FieldChange("unit", null, "Unit two"),
            ],
            entry.Changes.OrderBy(change => change.Field, StringComparer.Ordinal));
    }

    [Fact]
    public async Task SignIn_WithTheSameClaims_OnlyUpdatesTheTime()
    {
        var first = await SignInAsync(Ari);
        Clock.Now = Noon.AddHours(3);

        await SignInAsync(Ari with { Systems = [] });

        Assert.Single(await Database.EntriesAsync());
        await using var context = Database.CreateDbContext();
        var kept = await context.Members.SingleAsync(member => member.Subject == "ari", Token);
        Assert.Equal((Noon, Noon.AddHours(3), first.Version), (kept.FirstSignIn, kept.LastSignIn, kept.Version));
    }

    [Fact]
    public async Task SignIn_WithChangedClaims_RecordsBeforeAndAfter()
    {
        await SignInAsync(Ari);
        Clock.Now = Noon.AddHours(3);
        await SignInAsync(Ari with { Name = "Ari Lin", Email = null, Roles = Roles.Reviewer | Roles.Auditor, Unit = null, Systems = ["Messages"] });

        var entry = (await Database.EntriesAsync())[^1];
        Assert.Equal((LedgerActions.MemberClaimsChanged, new LedgerActor("ari", "Ari Lin", "Reviewer, Auditor", null, "US")), (entry.Action, entry.Actor));
        Assert.Equal("Ari Lin signed in with changed claims, now as reviewer, auditor.", entry.Sentence);
        Assert.Equal(
            [
                new("email", "ari@example.org", null), new("name", "Ari Chen", "Ari Lin"), new("roles", "Reviewer", "Reviewer, Auditor"),
                new("systems", null, "Messages"), new FieldChange("unit", "Unit two", null),
            ],
            entry.Changes.OrderBy(change => change.Field, StringComparer.Ordinal));
    }

    [Fact]
    public async Task FirstSignIns_AtOnce_AreOneMemberAndOneEntry()
    {
        using var database = ITestDatabase.Open();
        var directory = new MemberDirectory(database, Clock);

        var members = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => directory.SignInAsync(Ari, Token), Token)));

        Assert.Single(members.Select(member => member.Id).Distinct());
        Assert.Equal([LedgerActions.MemberRegistered], (await database.EntriesAsync()).Select(entry => entry.Action));
    }

    [Fact]
    public async Task ChangedClaims_AtOnce_AreOneEntry()
    {
        using var database = ITestDatabase.Open();
        var directory = new MemberDirectory(database, Clock);
        await directory.SignInAsync(Ari, Token);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => directory.SignInAsync(Ari with { Unit = "Unit three" }, Token), Token)));

        Assert.Equal([LedgerActions.MemberRegistered, LedgerActions.MemberClaimsChanged], (await database.EntriesAsync()).Select(entry => entry.Action));
    }

    [Fact]
    public async Task SignIn_ThatCannotBeRecorded_SavesNoMember()
    {
        await Database.BreakLedgerAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => SignInAsync(Ari));

        Assert.Null(await new MemberDirectory(Database, Clock).FindAsync("ari", Token));
    }

    [Theory]
    [InlineData("SG", "\"SG\"")]
    [InlineData(null, "\"nothing\"")]
    public async Task SignIn_OfAReviewerWithoutTheOversightCountry_IsRecordedEachTime(string? country, string claimed)
    {
        for (var time = 0; time < 2; time++)
            await Refusals().AtSignInAsync(await SignInAsync(Ari with { Country = country, Roles = Roles.Reviewer | Roles.Auditor }), Token);

        var entries = await Database.EntriesAsync();
        Assert.Equal([LedgerActions.MemberRegistered, LedgerActions.MemberRefusedForCountry, LedgerActions.MemberRefusedForCountry], entries.Select(entry => entry.Action));
        Assert.Equal(("ari", country), (entries[1].Actor.Subject, entries[1].Actor.Country));
        Assert.Equal("Ari Chen signed in as reviewer without the country US and received none of that role's rights.", entries[1].Sentence);
        Assert.Equal((claimed, "\"US\"", null), (entries[1].Detail("claimed"), entries[1].Detail("required"), entries[1].Detail("permission")));
    }

    [Theory]
    [InlineData(Roles.Reviewer, "US")]
    [InlineData(Roles.Auditor, "SG")]
    [InlineData(Roles.None, null)]
    public async Task SignIn_WithEffectiveRolesOnly_IsNoRefusal(Roles roles, string? country)
    {
        await Refusals().AtSignInAsync(await SignInAsync(Ari with { Roles = roles, Country = country }), Token);

        Assert.Empty(await Database.EntriesAsync("member.refused"));
    }

    [Fact]
    public async Task SignIn_WhileSuspended_IsRecorded()
    {
        var member = await SignInAsync(Ari);
        Assert.True((await new SuspendMember(Database, As(Roles.Administrator), Clock).HandleAsync(new(member.Id, "Left"), Token)).IsDone);

        await Refusals().AtSignInAsync(await SignInAsync(Ari), Token);

        var entry = Assert.Single(await Database.EntriesAsync("member.refused"));
        Assert.Equal((LedgerActions.MemberRefusedWhileSuspended, "ari", $"{member.Id}"), (entry.Action, entry.Actor.Subject, entry.Subject.Id));
        Assert.Equal("Ari Chen was refused at sign-in: the membership is suspended.", entry.Sentence);
    }

    [Fact]
    public async Task Action_WithoutTheOversightCountry_IsRecordedOnceADayForEachPermission()
    {
        var abroad = Programme.Member(Roles.GovernanceLead, country: "SG", subject: "dana");
        var access = Acting.As(Database, abroad, Clock);
        await AskAsync(Permission.ManageWaves, Permission.ManageWaves, Permission.ManageBoundary);
        // After a restart, or on another server, the refusals are read from the ledger.
        access = Acting.As(Database, abroad, Clock);
        await AskAsync(Permission.ManageWaves, Permission.ManageBoundary);
        Clock.Now = Noon.AddDays(1);
        await AskAsync(Permission.ManageWaves);

        var entries = await Database.EntriesAsync();
        Assert.All(entries, entry => Assert.Equal((LedgerActions.MemberRefusedForCountry, "dana", $"{abroad.Id}"), (entry.Action, entry.Actor.Subject, entry.Subject.Id)));
        Assert.Equal(["\"ManageWaves\"", "\"ManageBoundary\"", "\"ManageWaves\""], entries.Select(entry => entry.Detail("permission")));
        Assert.Equal("Governance lead was refused “manage waves”: leads and reviewers act only with the country US.", entries[0].Sentence);
        Assert.Equal(("\"SG\"", "\"US\""), (entries[0].Detail("claimed"), entries[0].Detail("required")));

        async Task AskAsync(params Permission[] permissions)
        {
            foreach (var permission in permissions)
                Assert.IsType<OutsideOversightCountry>((await access.RequireAsync(permission, Token)).Refusal);
        }
    }

    [Fact]
    public async Task Actions_AtOnceOnSeveralServers_AreOneEntry()
    {
        using var database = ITestDatabase.Open();
        var abroad = new ProgrammeBuilder(database, Noon).Member(Roles.Reviewer, country: "SG");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Acting.As(database, abroad, Clock).RequireAsync(Permission.ViewDatasets, Token), Token)));

        Assert.Single(await database.EntriesAsync());
    }

    [Fact]
    public async Task Action_ThatTheRoleDoesNotAllowAnyway_IsNotRecorded()
    {
        var access = Acting.As(Database, Programme.Member(Roles.Reviewer, country: "SG"), Clock);

        Assert.IsType<NotPermitted>((await access.RequireAsync(Permission.ManageMembers, Token)).Refusal);

        Assert.Empty(await Database.EntriesAsync());
    }

    private RefusalRecord Refusals() => new(Database, Acting.Programme, Clock);

    private Task<Member> SignInAsync(MemberClaims claims) => new MemberDirectory(Database, Clock).SignInAsync(claims, Token);
}
