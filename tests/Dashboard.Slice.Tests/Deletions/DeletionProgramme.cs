using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Testing;
using Dashboard.Web.Features.Deletions;
using Dashboard.Web.Features.Deletions.Batches;
using Dashboard.Web.Features.Deletions.Decisions;
using Dashboard.Web.Features.Deletions.Holds;
using Dashboard.Web.Features.Deletions.Propose;
using Dashboard.Web.Features.Deletions.Review;
using Dashboard.Web.Features.Deletions.Schedule;
using Dashboard.Web.Features.Inventory.Query;
using Dashboard.Web.Security;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Slice.Tests.Deletions;

/// <summary>A programme with people who propose and review. Each acts through the product's own handlers.</summary>
public abstract class DeletionProgramme : SlicedProgramme
{
    private protected static readonly BatchFacts Facts = new("Old copies", "Cut over.", SanitizationMethod.Purge, "Cryptographic erase", null);

    private protected DeletionProgramme(ITestDatabase? database = null)
        : base(database)
    {
        Lead = Programme.Member(Roles.GovernanceLead, unit: "Oversight", name: "Dana");
        OtherLead = Programme.Member(Roles.GovernanceLead, unit: "Oversight", name: "Marcus");
        Legal = Programme.Member(Roles.Reviewer, unit: "Legal", name: "Ruth");
        SecondOfLegal = Programme.Member(Roles.Reviewer, unit: "Legal", name: "Tom");
        Privacy = Programme.Member(Roles.Reviewer, unit: "Privacy", name: "Ana");
    }

    private protected Member Lead { get; }

    private protected Member OtherLead { get; }

    private protected Member Legal { get; }

    private protected Member SecondOfLegal { get; }

    private protected Member Privacy { get; }

    private protected ChangeNotices Notices { get; } = new();

    private protected static IOptions<DeletionSettings> Settings { get; } = Options.Create(new DeletionSettings());

    /// <summary>A dataset with an equal copy inside. Returns its copy outside, which can be deleted.</summary>
    private protected Copy Deletable(string name, CopyRole role = CopyRole.Replica, Location? at = null, long bytes = 1000)
    {
        var dataset = Programme.Dataset(name);
        Programme.Copy(dataset, Programme.Ashburn, CopyRole.Primary, resource: $"in/{name}");
        return Programme.Copy(dataset, at ?? Programme.Singapore, role, resource: $"out/{name}", bytes: bytes);
    }

    /// <summary>The caller, who signed in a minute ago.</summary>
    private protected MemberAccess As(Member member) => Acting.As(Database, member, Clock, Clock.GetUtcNow().AddMinutes(-1));

    private protected BatchDecisions Decisions(Member member) => new(Database, As(member), Clock);

    /// <summary>The lead's draft with all copies outside.</summary>
    private protected async Task<long> DraftAsync(BatchFacts? facts = null, params FilterTerm[] filter)
    {
        var id = (await new ProposeBatch(Database, As(Lead), Clock).HandleAsync(facts ?? Facts, Token)).Value;
        FilterTerm[] outside = [new(FilterKey.Position, nameof(Position.Outside))];
        var added = await new AddItems(Decisions(Lead), Acting.Programme).HandleAsync(id, new(filter.Length == 0 ? outside : filter), Token);
        Assert.Null(added.Refusal);
        return id;
    }

    private protected async Task<long> InReviewAsync(params FilterTerm[] filter)
    {
        var id = await DraftAsync(null, filter);
        Assert.Null((await SubmitAsync(id)).Refusal);
        return id;
    }

    private protected async Task<long> ApprovedAsync()
    {
        var id = await InReviewAsync();
        Assert.Null((await ApproveAsync(id, Legal)).Refusal);
        Assert.Null((await ApproveAsync(id, Privacy)).Refusal);
        return id;
    }

    private protected Task<Result> SubmitAsync(long id) => new SubmitBatch(Decisions(Lead)).HandleAsync(id, Token);

    private protected async Task<Result> ApproveAsync(long id, Member by, string? hash = null) =>
        await new ApproveBatch(Decisions(by), As(by), Settings).HandleAsync(new(id, hash ?? (await BatchAsync(id)).ManifestHash!), Token);

    private protected Task<Result> RejectAsync(long id, Member by, string reason = "No.") => new RejectBatch(Decisions(by)).HandleAsync(id, reason, Token);

    private protected Task<Result> StopAsync(long id, Member by, string reason = "Wait.") => new StopBatch(Decisions(by)).HandleAsync(id, reason, Token);

    private protected Task<Result> WithdrawAsync(long id, Member by, string reason = "No.") => new WithdrawBatch(Decisions(by)).HandleAsync(id, reason, Token);

    private protected Task<Result> ExcludeAsync(long id, Member by, params long[] numbers) =>
        new ExcludeItems(Decisions(by)).HandleAsync(new(id, numbers, "Needed for an appeal."), Token);

    private protected Task<Result<long>> HoldAsync(HoldScope scope, long scopeId, Member? by = null) =>
        new PlaceHold(Database, As(by ?? OtherLead), Clock)
            .HandleAsync(new("Smith v. Acme", scope, scopeId, "Discovery.", DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime).AddDays(30)), Token);

    private protected Task<Result> LiftAsync(long holdId) => new LiftHold(Database, As(OtherLead), Clock).HandleAsync(holdId, "Settled.", Token);

    private protected Task<int> TimePassesAsync() => new AdvanceBatches(Database, Clock).HandleAsync(Token);

    private protected async Task<DeletionBatch> BatchAsync(long id)
    {
        await using var context = Database.CreateDbContext();
        return await context.DeletionBatches.AsNoTracking().Include(batch => batch.Approvals).SingleAsync(batch => batch.Id == id, Token);
    }

    private protected async Task<List<DeletionItem>> ItemsAsync(long id)
    {
        await using var context = Database.CreateDbContext();
        return await context.DeletionItems.AsNoTracking().Where(item => item.BatchId == id).OrderBy(item => item.Number).ToListAsync(Token);
    }

    private protected async Task<CopyState> StateOfAsync(Copy copy)
    {
        await using var context = Database.CreateDbContext();
        return await context.Copies.Where(row => row.Id == copy.Id).Select(row => row.State).SingleAsync(Token);
    }

    private protected async Task<Stage?> StageOfAsync(Copy copy)
    {
        await using var context = Database.CreateDbContext();
        return (await context.Datasets.AsNoTracking().SingleAsync(dataset => dataset.Id == copy.DatasetId, Token)).Status.Stage;
    }
}
