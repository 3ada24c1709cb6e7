using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Web.Features.Inventory.List;
using Dashboard.Web.Features.Inventory.Location;
using Dashboard.Web.Features.Inventory.Query;

namespace Dashboard.Slice.Tests.Inventory;

public sealed class FindTests : InventoryTest
{
    [Fact]
    public async Task FindCopy_ById_GivesTheReasonForItsPosition()
    {
        var chat = Programme.Dataset("Chat");
        var inside = Programme.Copy(chat, Programme.Ashburn);
        var outside = Programme.Copy(chat, Programme.Virginia);
        var unknown = Programme.Copy(chat, Programme.Nowhere);
        await Programme.SettleAsync(Token);
        var find = new FindCopy(Access());

        var facts = (await find.HandleAsync(inside.Id, Token)).Value;
        Assert.Equal((Position.Inside, Noon.AddHours(-1), true), (facts.Row.Position, facts.SourceAsOf, facts.SourceIsComplete));
        Assert.Equal("A rule lets Oracle in United States of America hold Protected since 2025-04-15: The order", facts.Reason.Because.Replace("United States of America (the)", "United States of America"));
        Assert.StartsWith("No rule in force lets The company in", (await find.HandleAsync(outside.Id, Token)).Value.Reason.Because);
        Assert.Equal("Neither its operator nor its country is known, so it cannot be inside.", (await find.HandleAsync(unknown.Id, Token)).Value.Reason.Because);
        Assert.IsType<NotFound>((await find.HandleAsync(4711, Token)).Refusal);
    }

    [Fact]
    public async Task FindCopy_OfAnotherStewardsSystem_IsNotFound()
    {
        var copy = Programme.Copy(Programme.Dataset("Clicks", system: "Advertising"), Programme.Virginia);
        await Programme.SettleAsync(Token);

        Assert.IsType<NotFound>((await new FindCopy(Access(Roles.DataSteward, "Messages")).HandleAsync(copy.Id, Token)).Refusal);
        Assert.True((await new FindCopy(Access(Roles.DataSteward, "Advertising")).HandleAsync(copy.Id, Token)).IsDone);
        Assert.IsType<NotPermitted>((await new FindCopy(Access(Roles.Executive)).HandleAsync(copy.Id, Token)).Refusal);
    }

    [Fact]
    public async Task FindLocation_WithCopies_AddsUpThoseThatCount()
    {
        var chat = Programme.Dataset("Chat");
        var clicks = Programme.Dataset("Clicks", system: "Advertising", classification: Programme.Excepted);
        Programme.Copy(chat, Programme.Virginia, CopyRole.Backup, bytes: 5);
        Programme.Copy(chat, Programme.Virginia, CopyRole.Backup, CopyState.VerifiedAbsent, 100);
        Programme.Copy(clicks, Programme.Virginia, CopyRole.Cache, CopyState.Missing, 7);
        Programme.Copy(chat, Programme.Ashburn, bytes: 1000);
        await Programme.SettleAsync(Token);

        var facts = (await new FindLocation(Access()).HandleAsync(Programme.Virginia.Id, Token)).Value;
        Assert.Equal((2, 12, 1), (facts.Copies, facts.Bytes, facts.Gone));
        Assert.Equal([("Cache", 1L, 7L), ("Backup", 1L, 5L)], facts.ByRole.Select(share => (share.Name, share.Copies, share.Bytes)));
        Assert.Equal([("Advertising", 7L), ("Messages", 5L)], facts.BySystem.Select(share => (share.Name, share.Bytes)));
        Assert.Equal([("Excepted", 7L), ("Protected", 5L)], facts.ByClassification.Select(share => (share.Name, share.Bytes)));
        Assert.Equal([("own-inventory", 2L)], facts.Sources.Select(source => (source.Name, source.Copies)));
        Assert.Equal(Position.Outside, facts.Position);
        Assert.Equal(["Protected", "Excepted", "Public", "Unclassified"], facts.Reasons.Select(reason => reason.Classification));

        var own = (await new FindLocation(Access(Roles.DataSteward, "Messages")).HandleAsync(Programme.Virginia.Id, Token)).Value;
        Assert.Equal(5, own.Bytes);
        Assert.IsType<NotFound>((await new FindLocation(Access()).HandleAsync(4711, Token)).Refusal);
    }

    [Fact]
    public async Task FindLocation_EachShare_EqualsTheTotalsOfItsFilter()
    {
        var chat = Programme.Dataset("Chat");
        Programme.Copy(chat, Programme.Virginia, CopyRole.Backup, bytes: 5);
        Programme.Copy(chat, Programme.Virginia, CopyRole.Cache, CopyState.VerifiedAbsent, 6);
        Programme.Copy(chat, Programme.Singapore, CopyRole.Backup, bytes: 7);
        await Programme.SettleAsync(Token);
        var facts = (await new FindLocation(Access()).HandleAsync(Programme.Virginia.Id, Token)).Value;

        foreach (var share in facts.ByRole.Concat(facts.BySystem).Concat(facts.ByClassification))
        {
            var list = await ListAsync($"location={facts.Id}&{share.Key}={share.Value}&counted=yes");
            Assert.Equal((share.Copies, share.Bytes), (list.Totals.Copies, list.Totals.Bytes));
        }
    }

    [Fact]
    public async Task Describe_BySteward_OffersOwnSystemsAndOwnersOnly()
    {
        Programme.Dataset("Chat", system: "Messages", owner: "Ada Lovelace");
        var clicks = Programme.Dataset("Clicks", system: "Advertising", owner: "Grace Hopper");
        var describe = (Roles roles, params string[] systems) =>
        {
            var member = As(roles, systems);
            return new DescribeInventory(new(Database, member, Acting.Programme, Clock), member).HandleAsync(clicks.Id, Token);
        };

        var lead = (await describe(Roles.GovernanceLead)).Value;
        Assert.Equal(["Advertising", "Messages"], Options(lead, FilterKey.System));
        Assert.Equal(["Ada Lovelace", "Grace Hopper"], Options(lead, FilterKey.Owner));
        Assert.Equal(["Clicks"], Options(lead, FilterKey.Dataset));
        Assert.Equal((false, true, Noon.AddHours(-1)), (lead.OwnSystemsOnly, lead.MayExport, lead.OldestAsOf!.Value));
        Assert.Equal("Country Unknown country", string.Join(", ", lead.Chips([new(FilterKey.Country, FilterKey.Unknown)]).Select(chip => $"{chip.Label} {chip.Text}")));

        var steward = (await describe(Roles.DataSteward, "Messages")).Value;
        Assert.Equal(["Messages"], Options(steward, FilterKey.System));
        Assert.Equal(["Ada Lovelace"], Options(steward, FilterKey.Owner));
        Assert.Empty(Options(steward, FilterKey.Dataset));
        Assert.True(steward.OwnSystemsOnly);
        Assert.False((await describe(Roles.Reviewer)).Value.MayExport);

        static IEnumerable<string> Options(InventoryDescription about, string key) => about.Choices.Single(choice => choice.Key == key).Options!.Select(option => option.Text);
    }
}
