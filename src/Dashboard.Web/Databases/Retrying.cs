using Dashboard.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dashboard.Web.Databases;

internal sealed record ChangedBySomeoneElse() : Refusal("Someone else is changing this. Try again.");

/// <summary>
/// Does a whole use case again, from its first read, if the database disturbed it before the commit. Every use case that changes something goes
/// through here. Reads do not: a page shows the failure and loads again, and an export must not be buffered to be repeatable.
/// </summary>
internal static class Retrying
{
    /// <param name="once">Does the use case once, in a context of its own, and changes nothing outside the database.</param>
    /// <returns>What it returned, or <see cref="ChangedBySomeoneElse"/> if someone else kept changing the same rows.</returns>
    public static async Task<Result> RetryAsync(
        this IDbContextFactory<DashboardContext> contexts, Func<Task<Result>> once, CancellationToken cancellationToken)
    {
        try
        {
            return await contexts.RepeatAsync(once, cancellationToken);
        }
        catch (Exception failure) when (IsSomeoneElse(failure))
        {
            return new ChangedBySomeoneElse();
        }
    }

    /// <inheritdoc cref="RetryAsync(IDbContextFactory{DashboardContext}, Func{Task{Result}}, CancellationToken)"/>
    public static async Task<Result<T>> RetryAsync<T>(
        this IDbContextFactory<DashboardContext> contexts, Func<Task<Result<T>>> once, CancellationToken cancellationToken)
    {
        try
        {
            return await contexts.RepeatAsync(once, cancellationToken);
        }
        catch (Exception failure) when (IsSomeoneElse(failure))
        {
            return new ChangedBySomeoneElse();
        }
    }

    /// <summary>As <c>RetryAsync</c>, for work that no one waits for: throws what still fails at the end.</summary>
    public static async Task<T> RepeatAsync<T>(
        this IDbContextFactory<DashboardContext> contexts, Func<Task<T>> once, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await new Disturbances(context).ExecuteAsync(once, (_, work, _) => work(), verifySucceeded: null, cancellationToken);
    }

    private static bool IsSomeoneElse(Exception failure) =>
        DatabaseErrors.MeaningOf(failure) is DatabaseTrouble.Busy or DatabaseTrouble.Conflict;

    /// <summary>Retries at once, then after growing pauses, as long as a person waits for a page.</summary>
    private sealed class Disturbances(DbContext context) : ExecutionStrategy(context, MostRetries, LongestPause)
    {
        private const int MostRetries = 6;
        private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(TimeLimits.StatementSeconds);

        private readonly long started = TimeProvider.System.GetTimestamp();

        protected override bool ShouldRetryOn(Exception exception) =>
            DatabaseErrors.MeaningOf(exception) is DatabaseTrouble.Conflict or DatabaseTrouble.Away;

        protected override TimeSpan? GetNextDelay(Exception lastException) =>
            TimeProvider.System.GetElapsedTime(started) < Patience ? base.GetNextDelay(lastException) : null;
    }
}
