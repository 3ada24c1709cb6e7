namespace Dashboard.Web.Demo;

/// <summary>What approved batches and executors cause: deletions ordered and reported. Proof comes with a later inventory.</summary>
internal static class DemoDeletions
{
    public static Task MoveAsync(int day, CancellationToken cancellationToken) => Task.CompletedTask;
}
