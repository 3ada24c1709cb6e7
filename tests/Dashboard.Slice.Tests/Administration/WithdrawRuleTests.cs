using Dashboard.Core;
using Dashboard.Core.Inventory;
using Dashboard.Web.Features.Administration.Boundary;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Administration;

public sealed class WithdrawRuleTests : BoundaryProgramme
{
    [Fact]
    public async Task Withdraw_AMistypedRuleOfToday_UndoesItsEffect()
    {
        await Programme.SettleAsync(Token);
        Assert.True((await Add().HandleAsync(OwnCentre, Token)).IsDone);
        Assert.Equal((550, 0), await InsideAndOutsideAsync());
        var rule = (await GetAsync()).Rules.Single(row => row.Operator == "the company");
        Assert.True(rule.MayBeWithdrawn);
        var request = new WithdrawRuleRequest(rule.Id, rule.Version, "The wrong operator");

        var preview = (await Withdraw().PreviewAsync(request, Token)).Value;
        Assert.Equal((550, 0), await InsideAndOutsideAsync());
        Assert.True((await Withdraw().HandleAsync(request, Token)).IsDone);

        Assert.Equal((2L, 350L), (preview.Copies, preview.After.Bytes.Outside));
        Assert.Equal((200, 350), await InsideAndOutsideAsync());
        var kept = (await GetAsync()).Rules.Single(row => row.Id == rule.Id);
        Assert.Equal((RuleState.Withdrawn, "The wrong operator", Noon, false), (kept.State, kept.Withdrawal!.Reason, kept.Withdrawal.At, kept.MayBeWithdrawn));
    }

    [Fact]
    public async Task Withdraw_OfARuleThatMayNotBe_IsRefusedInPreviewToo()
    {
        Assert.True((await Add().HandleAsync(OwnCentre, Token)).IsDone);
        var rule = (await GetAsync()).Rules.Single(row => row.Operator == "the company");
        var old = await OracleRuleAsync();
        (WithdrawRuleRequest Request, Refusal Refusal)[] refused =
        [
            (new(99, 1, "Mistyped"), new NotFound("The rule")),
            (new(rule.Id, rule.Version - 1, "Mistyped"), new StaleEdit("The rule")),
            (new(rule.Id, rule.Version, " "), new WithdrawalNeedsReason()),
            (new(old.Id, old.Version, "Mistyped"), new RuleWasInForce(old.ValidFrom)),
        ];
        foreach (var (request, refusal) in refused)
        {
            Assert.Equal(refusal, (await Withdraw().HandleAsync(request, Token)).Refusal);
            Assert.Equal(refusal, (await Withdraw().PreviewAsync(request, Token)).Refusal);
        }
    }
}
