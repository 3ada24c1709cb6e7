using Dashboard.Core.Administration;
using Dashboard.Testing;
using Dashboard.Web.Security;

namespace Dashboard.Slice.Tests;

/// <summary>A database with a small programme, at noon of a fixed day.</summary>
public abstract class SlicedProgramme : IDisposable
{
    private protected static readonly DateTimeOffset Noon = new(2026, 5, 20, 12, 0, 0, TimeSpan.Zero);

    /// <param name="database">An empty database, which is disposed with this; by default one that the test opens.</param>
    private protected SlicedProgramme(ITestDatabase? database = null)
    {
        Database = database ?? ITestDatabase.Open();
        Programme = new(Database, Noon);
        Clock = new(Noon);
    }

    private protected ITestDatabase Database { get; }

    private protected ProgrammeBuilder Programme { get; }

    private protected SetClock Clock { get; }

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Database.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected MemberAccess As(Roles roles, params string[] systems) => Database.As(Programme, roles, systems);
}
