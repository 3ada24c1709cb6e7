using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Features.Administration.Boundary;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Administration;

/// <summary>A dataset outside, a dataset on both sides, and the boundary's handlers.</summary>
public abstract class BoundaryProgramme : SlicedProgramme
{
    private protected BoundaryProgramme()
    {
        (Chat, Mail) = (Programme.Dataset("Chat"), Programme.Dataset("Mail"));
        Programme.Copy(Chat, Programme.Virginia, CopyRole.Primary, bytes: 300);
        Programme.Copy(Mail, Programme.Ashburn, CopyRole.Primary, bytes: 200);
        Programme.Copy(Mail, Programme.Virginia, CopyRole.Backup, bytes: 50);
    }

    private protected Dataset Chat { get; }

    private protected Dataset Mail { get; }

    private protected AddRulesRequest OwnCentre => new("the company", "us", [Programme.Protected.Id], Programme.Today, null, " A decision ");

    private protected AddRules Add(Roles roles = Roles.GovernanceLead) => new(Database, As(roles), Clock);

    private protected EndRule End(Roles roles = Roles.GovernanceLead) => new(Database, As(roles), Clock);

    private protected WithdrawRule Withdraw(Roles roles = Roles.GovernanceLead) => new(Database, As(roles), Clock);

    private protected async Task<BoundaryAnswer> GetAsync(Roles roles = Roles.GovernanceLead) =>
        (await new GetBoundary(Database, As(roles), Acting.Programme, Clock).HandleAsync(Token)).Value;

    private protected async Task<BoundaryRule> OracleRuleAsync()
    {
        await using var context = Database.CreateDbContext();
        return await context.BoundaryRules.AsNoTracking().SingleAsync(rule => rule.Operator == "Oracle" && rule.ClassificationId == Programme.Protected.Id, Token);
    }

    private protected async Task<(long Inside, long Outside)> InsideAndOutsideAsync()
    {
        await using var context = Database.CreateDbContext();
        var today = await context.DailyFigures.AsNoTracking().SingleAsync(figure => figure.WaveId == null && figure.Day == Programme.Today, Token);
        return (today.BytesInside, today.BytesOutside);
    }
}
