using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;

namespace Dashboard.Core.Tests.Deletions;

/// <summary>Members with IDs as the database would assign them, and a batch to decide on.</summary>
internal static class People
{
    public static readonly DateTimeOffset Noon = new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero);

    public static readonly DeletionRules Rules = DeletionRules.Default;

    public static readonly BatchFacts Facts = new("Chat backups in Singapore", "Cut over in April.", SanitizationMethod.Purge, "Cryptographic erase", null);

    public static readonly Member Lead = WithId(1, "Dana", "Oversight", Roles.GovernanceLead | Roles.Reviewer);
    public static readonly Member OtherLead = WithId(2, "Marcus", "Oversight", Roles.GovernanceLead);
    public static readonly Member Legal = WithId(3, "Ruth", "Legal", Roles.Reviewer);
    public static readonly Member SecondOfLegal = WithId(4, "Tom", "legal", Roles.Reviewer);
    public static readonly Member Privacy = WithId(5, "Ana", "Privacy", Roles.Reviewer);
    public static readonly Member WithoutUnit = WithId(6, "Kim", null, Roles.Reviewer);

    public static DeletionBatch Draft(long copies = 10, long inside = 0)
    {
        var batch = DeletionBatch.Propose(Facts, Lead, Noon).Value;
        batch.SetItems(BatchTally.Empty with { Copies = copies, Waiting = copies }, BatchScope.Empty with { InsideCopies = inside });
        batch.Evaluated(0, Noon);
        return batch;
    }

    public static DeletionBatch InReview(int quorum = 2)
    {
        var batch = Draft();
        Assert.True(batch.Submit(Lead, "hash-1", quorum, Noon).IsDone);
        return batch;
    }

    public static DeletionBatch Approved()
    {
        var batch = InReview();
        Assert.True(Approve(batch, Legal).IsDone);
        Assert.True(Approve(batch, Privacy).IsDone);
        return batch;
    }

    public static Result Approve(DeletionBatch batch, Member reviewer, DateTimeOffset? now = null) =>
        batch.Approve(reviewer, batch.ManifestHash!, (now ?? Noon).AddMinutes(-1), Rules, now ?? Noon);

    private static Member WithId(long id, string name, string? unit, Roles roles)
    {
        var member = Member.Register(new($"s-{id}", name, null, roles, unit, "US", []), Noon);
        typeof(Member).GetProperty("Id")!.SetValue(member, id);
        return member;
    }
}
