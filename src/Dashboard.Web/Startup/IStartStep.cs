namespace Dashboard.Web.Startup;

/// <summary>
/// What the database needs before the first request, in the order of registration. If the database does not answer, all steps are done again when
/// it does, so each of them does nothing when there is nothing left to do.
/// </summary>
internal interface IStartStep
{
    Task RunAsync(CancellationToken cancellationToken);
}
