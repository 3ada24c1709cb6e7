using Dashboard.Core.Ledger;

namespace Dashboard.Core.Deletions;

/// <summary>
/// How many approvals a batch needs, by the classification of its data, by the method, or by both. The most specific rule applies to each
/// classification in a batch, and the highest number applies to the batch.
/// </summary>
public sealed class QuorumRule : IVersioned, ILedgered
{
    public const int Default = 2;
    public const int Most = 5;

    private QuorumRule()
    {
    }

    public long Id { get; private set; }

    /// <summary>Null means every classification.</summary>
    public long? ClassificationId { get; private set; }

    /// <summary>Null means every method.</summary>
    public SanitizationMethod? Method { get; private set; }

    /// <summary>1 to <see cref="Most"/>.</summary>
    public int Quorum { get; private set; }

    public long Version { get; private set; }

    public static Result<QuorumRule> Create(long? classificationId, SanitizationMethod? method, int quorum)
    {
        var rule = new QuorumRule { ClassificationId = classificationId, Method = method };
        return rule.Revise(quorum).Refusal is { } refusal ? refusal : rule;
    }

    public Result Revise(int quorum)
    {
        if (quorum is < 1 or > Most)
            return new QuorumInvalid();
        Quorum = quorum;
        return Result.Done;
    }

    /// <summary>The number of approvals that a batch with these classifications needs.</summary>
    public static int Of(IReadOnlyCollection<QuorumRule> rules, IEnumerable<long> classifications, SanitizationMethod method) =>
        classifications.Select(classification => MostSpecific(rules, classification, method)).DefaultIfEmpty(MostSpecific(rules, null, method)).Max();

    private static int MostSpecific(IReadOnlyCollection<QuorumRule> rules, long? classification, SanitizationMethod method) =>
        rules.Where(rule => (rule.ClassificationId is null || rule.ClassificationId == classification) && (rule.Method is null || rule.Method == method))
            .OrderByDescending(rule => rule.ClassificationId is not null)
            .ThenByDescending(rule => rule.Method is not null)
            .FirstOrDefault()?.Quorum ?? Default;
}
