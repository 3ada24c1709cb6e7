using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Features.Administration.Members;

namespace Dashboard.Slice.Tests.Administration;

/// <summary>Ledger entries about suspensions.</summary>
public sealed class MemberEntriesTests : SlicedProgramme
{
    private readonly Member member;

    public MemberEntriesTests() => member = Programme.Member(Roles.Reviewer, subject: "ari.chen");

    [Fact]
    public async Task SuspendedAndReinstated_IsRecorded()
    {
        Assert.True((await Suspend(" Left the unit ")).IsDone);
        Assert.True((await new ReinstateMember(Database, As(Roles.Administrator), Clock).HandleAsync(new(member.Id), Token)).IsDone);

        var entries = await Database.EntriesAsync();
        Assert.Equal([LedgerActions.MemberSuspended, LedgerActions.MemberReinstated], entries.Select(entry => entry.Action));
        Assert.All(entries, entry => Assert.Equal(new LedgerSubject("member", $"{member.Id}", "Reviewer"), entry.Subject));
        Assert.All(entries, entry => Assert.Equal(("Administrator", "Administrator", "Unit one", "US"), (entry.Actor.Name, entry.Actor.Role, entry.Actor.Unit, entry.Actor.Country)));
        Assert.Equal(
            ["Administrator suspended Reviewer: Left the unit.", "Administrator reinstated Reviewer."], entries.Select(entry => entry.Sentence));
        FieldChange[] suspended =
        [
            new("isActive", "yes", "no"), new("suspendedAt", null, "2026-05-20T12:00:00.000Z"), new("suspendedBy", null, "Administrator"),
            new("suspensionReason", null, "Left the unit"),
        ];
        Assert.Equal(suspended, InOrder(entries[0]));
        Assert.Equal(suspended.Select(change => new FieldChange(change.Field, change.To, change.From)), InOrder(entries[1]));
    }

    [Fact]
    public async Task RefusedSuspension_LeavesNoEntry()
    {
        Assert.IsType<SuspensionNeedsReason>((await Suspend(" ")).Refusal);
        Assert.Equal(new TextTooLong("The reason", 1000), (await Suspend(new string('x', 1001))).Refusal);
        Assert.IsType<NotPermitted>((await Suspend("Left", Roles.Auditor)).Refusal);
        Assert.IsType<NotSuspended>((await new ReinstateMember(Database, As(Roles.Administrator), Clock).HandleAsync(new(member.Id), Token)).Refusal);
        Assert.IsType<MemberNotFound>((await new ReinstateMember(Database, As(Roles.Administrator), Clock).HandleAsync(new(999), Token)).Refusal);

        Assert.Empty(await Database.EntriesAsync());
    }

    private static IEnumerable<FieldChange> InOrder(EntryContent entry) => entry.Changes.OrderBy(change => change.Field, StringComparer.Ordinal);

    private Task<Result> Suspend(string reason, Roles by = Roles.Administrator) =>
        new SuspendMember(Database, As(by), Clock).HandleAsync(new(member.Id, reason), Token);
}
