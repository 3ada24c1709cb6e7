namespace Dashboard.Web.Demo;

/// <summary>Creates the demo programme after the database is migrated and before the first request.</summary>
internal sealed class DemoStart(DemoProgramme programme) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => programme.FillIfEmptyAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
