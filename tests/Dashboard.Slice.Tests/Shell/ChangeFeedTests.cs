using System.Reflection;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Web.Features.Migration;
using Dashboard.Web.Jobs;
using Dashboard.Web.Shell;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Slice.Tests.Shell;

public sealed class ChangeFeedTests : SlicedProgramme
{
    private readonly ChangeNotices notices = new();
    private readonly List<ChangeTopic> raised = [];

    /// <summary>Every action, so that a new one must be given its topics.</summary>
    public static TheoryData<string> Actions => [.. typeof(LedgerActions).GetFields(BindingFlags.Public | BindingFlags.Static).Where(constant => constant.IsLiteral).Select(constant => (string)constant.GetValue(null)!)];

    [Fact]
    public async Task Run_RaisesTheTopicsOfNewEntries_Once()
    {
        using var feed = Feed();
        await SaveAsync("Before");
        await feed.RunAsync(Token);
        Assert.Empty(raised);

        await SaveAsync("After");
        await feed.RunAsync(Token);
        await feed.RunAsync(Token);

        Assert.Equal([ChangeTopic.Ledger, ChangeTopic.Waves], raised);
    }

    /// <summary>A page that was loaded before a change and starts listening after it asks this.</summary>
    [Fact]
    public void IsRaisedSince_AfterANotice_IsTrueForItsTopicOnly()
    {
        var seen = notices.Raised;
        Assert.False(notices.IsRaisedSince(seen, ChangeTopic.Waves));

        notices.Raise(ChangeTopic.Waves);

        Assert.True(notices.IsRaisedSince(seen, ChangeTopic.Waves));
        Assert.False(notices.IsRaisedSince(seen, ChangeTopic.Imports));
        Assert.False(notices.IsRaisedSince(notices.Raised, ChangeTopic.Waves));
    }

    /// <summary>Another server on the same database has its own feed and notices.</summary>
    [Fact]
    public async Task Run_SeesChangesOfAnotherServer()
    {
        using var here = Feed();
        using var there = new ChangeFeed(Database, new(), Clock, NullLogger<ChangeFeed>.Instance);
        await here.RunAsync(Token);
        await there.RunAsync(Token);

        await SaveAsync("Elsewhere");
        await there.RunAsync(Token);
        await here.RunAsync(Token);

        Assert.Contains(ChangeTopic.Waves, raised);
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void TopicsOf_EveryActionThatIsNotAnExport_HasATopicBesidesTheLedger(string action) =>
        Assert.Equal(action is LedgerActions.RowsExported or LedgerActions.LedgerExported, ChangeFeed.TopicsOf(action) is [ChangeTopic.Ledger]);

    private ChangeFeed Feed()
    {
        notices.Listen(raised.Add);
        return new(Database, notices, Clock, NullLogger<ChangeFeed>.Instance);
    }

    private async Task SaveAsync(string name) =>
        Assert.True((await new SaveWave(Database, As(Roles.GovernanceLead), Clock).HandleAsync(new(null, 0, name, "", null, null), Token)).IsDone);
}
