using Dashboard.Web.Startup;

namespace Dashboard.Web.Demo;

/// <summary>Creates the demo programme after the database is migrated and before the first request.</summary>
internal sealed class DemoStart(DemoProgramme programme) : IStartStep
{
    public Task RunAsync(CancellationToken cancellationToken) => programme.FillIfEmptyAsync(cancellationToken);
}
