using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Web.Features.Migration;
using Dashboard.Web.Security;

namespace Dashboard.Slice.Tests.Ledger;

public sealed class RecordedSignInTests : RecordedChange
{
    private static readonly MemberClaims Ari = new("ari", "Ari Chen", "ari@unit.example", Roles.Auditor | Roles.DataSteward, "Unit two", "US", ["Messages"]);

    private readonly MemberDirectory members;
    private readonly RefusalRecord refusals;

    public RecordedSignInTests() => (members, refusals) = (new(Database, Clock), new(Database, Acting.Programme, Clock));

    [Fact]
    public async Task First_IsTold_TheSameAgainIsNot_AndOtherClaimsAre()
    {
        Assert.Equal(
            """
            member.registered of member “Ari Chen”
            Ari Chen signed in for the first time, as auditor, data steward of Unit two.
            - country: nothing → US
            - email: nothing → ari@unit.example
            - isActive: nothing → yes
            - name: nothing → Ari Chen
            - roles: nothing → Auditor, DataSteward
            - subject: nothing → ari
            - systems: nothing → Messages
            - unit: nothing → Unit two
            """,
            Assert.Single(await SignInAsync(Ari)));
        Clock.Now += TimeSpan.FromDays(1);
        Assert.Empty(await SignInAsync(Ari));
        Assert.Equal(Clock.Now, (await members.FindAsync("ari", Token))!.LastSignIn);
        Assert.Equal(
            """
            member.claims-changed of member “Ari Chen-Ortiz”
            Ari Chen-Ortiz signed in, and the identity provider describes them differently than before: without a role.
            - name: Ari Chen → Ari Chen-Ortiz
            - roles: Auditor, DataSteward → None
            - systems: Messages → Messages, Mail
            - unit: Unit two → nothing
            """,
            Assert.Single(await SignInAsync(Ari with { Name = "Ari Chen-Ortiz", Roles = Roles.None, Unit = null, Systems = ["Messages", "Mail"] })));
    }

    [Fact]
    public async Task Suspended_IsTurnedAway_AndToldEachTime()
    {
        await SignInAsync(Ari);
        Assert.True((await new Web.Features.Administration.Members.SuspendMember(Database, AsAdministrator, Clock)
            .HandleAsync(new((await members.FindAsync("ari", Token))!.Id, "Left"), Token)).IsDone);

        Assert.Equal(
            """
            member.refused-while-suspended of member “Ari Chen”
            Ari Chen was turned away at sign-in: the membership is suspended.
            """,
            Assert.Single(await SignInAsync(Ari)));
        Assert.Single(await SignInAsync(Ari));
    }

    [Fact]
    public async Task LeadWithoutTheCountry_IsToldAtSignIn_AndAtAnAttemptToAct_OnceADay()
    {
        var abroad = Ari with { Roles = Roles.GovernanceLead | Roles.Auditor, Country = "SG" };
        Assert.Equal(
            """
            member.registered of member “Ari Chen”
            Ari Chen signed in for the first time, as governance lead, auditor of Unit two.
            - country: nothing → SG
            - email: nothing → ari@unit.example
            - isActive: nothing → yes
            - name: nothing → Ari Chen
            - roles: nothing → GovernanceLead, Auditor
            - subject: nothing → ari
            - systems: nothing → Messages
            - unit: nothing → Unit two

            member.refused-for-country of member “Ari Chen”
            Ari Chen signed in as governance lead without the country US, and got none of that role's rights.
            {'claimed':'SG','required':'US'}
            """,
            string.Join("\n\n", await SignInAsync(abroad)));
        var lead = (await members.FindAsync("ari", Token))!;
        var save = new SaveWave(Database, new(members, refusals, new() { User = MemberPrincipal.For(lead, "US", null) }, new Acting.NoCircuit(), Acting.Programme), Clock);

        var told = await NewAsync(() => Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(RefusedAsync, Token))));
        Assert.Equal(
            """
            member.refused-for-country of member “Ari Chen”
            Ari Chen was refused “manage waves”: leads and reviewers act only with the country US.
            {'claimed':'SG','required':'US'}
            """,
            Assert.Single(told));
        Assert.Empty(await NewAsync(RefusedAsync));
        Clock.Now += TimeSpan.FromDays(1);
        Assert.Single(await NewAsync(RefusedAsync));

        async Task RefusedAsync() => Assert.IsType<OutsideOversightCountry>((await save.HandleAsync(new(null, 0, "Wave", "", null, null), Token)).Refusal);
    }

    [Fact]
    public async Task LeadWithoutTheCountry_WhoCouldNotBeRecorded_IsRecordedNextTime()
    {
        var lead = Programme.Member(Roles.GovernanceLead, country: null);
        await Database.BreakLedgerAsync();
        await Assert.ThrowsAnyAsync<InvalidOperationException>(AttemptAsync);
        await using (var context = Database.CreateDbContext())
        {
            context.LedgerHead.Add(new());
            await context.SaveChangesAsync(Token);
        }

        Assert.Equal(
            """
            member.refused-for-country of member “Governance lead”
            Governance lead was refused “manage waves”: leads and reviewers act only with the country US.
            {'claimed':'nothing','required':'US'}
            """,
            Assert.Single(await NewAsync(AttemptAsync)));

        Task AttemptAsync() => refusals.AtActionAsync(lead, Permission.ManageWaves, new(null, "US"), Token);
    }

    [Fact]
    public async Task TwoFirstSignIns_AtOnce_MakeOneEntry()
    {
        foreach (var person in Enumerable.Range(0, 20).Select(number => Ari with { Subject = $"person-{number}" }))
        {
            var told = await NewAsync(() => Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => members.SignInAsync(person, Token), Token))));
            Assert.StartsWith(LedgerActions.MemberRegistered, Assert.Single(told), StringComparison.Ordinal);
        }
    }

    /// <summary>As the provider's event does; what was told of it.</summary>
    private Task<List<string>> SignInAsync(MemberClaims claims) =>
        NewAsync(async () => await refusals.AtSignInAsync(await members.SignInAsync(claims, Token), Token));

    private async Task<List<string>> NewAsync(Func<Task> act)
    {
        var before = (await Database.EntriesAsync()).Count;
        await act();
        return [.. (await Database.EntriesAsync()).Skip(before).Select(Text)];
    }
}
