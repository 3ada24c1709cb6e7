namespace Dashboard.Web.Shell;

/// <summary>The changes after which the page of this request must be shown again: those of the page and of its parts.</summary>
public sealed class PageTopics
{
    private readonly SortedSet<ChangeTopic> topics = [];

    /// <summary>Parts add theirs while the page renders. The layout passes this set on by reference, and Blazor writes it when all parts have loaded.</summary>
    public IReadOnlyCollection<ChangeTopic> All => topics;

    public void Add(IEnumerable<ChangeTopic> more) => topics.UnionWith(more);
}
