namespace Dashboard.Web.Features.Imports.Run;

/// <summary>Wakes this server's worker at once. The imports themselves wait in the database, where the workers of all servers find them.</summary>
internal sealed class ImportQueue : IDisposable
{
    private readonly SemaphoreSlim added = new(0, 1);

    public void Wake()
    {
        try
        {
            added.Release();
        }
        catch (SemaphoreFullException)
        {
            // The worker has not noticed the one before yet; it will find both.
        }
    }

    /// <summary>Waits until something is added here, or so long that another server may have added something.</summary>
    public Task WaitAsync(TimeSpan most, CancellationToken cancellationToken) => added.WaitAsync(most, cancellationToken);

    public void Dispose() => added.Dispose();
}
