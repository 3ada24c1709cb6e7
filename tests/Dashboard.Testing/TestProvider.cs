namespace Dashboard.Testing;

/// <summary>
/// The database that the tests of this process use. <c>DASHBOARD_TEST_DATABASE</c> chooses it: <c>Sqlite</c>, which is the default, or
/// <c>SqlServer</c>. <c>tests/run.sh</c> runs the slice tests once with each.
/// </summary>
public static class TestProvider
{
    private const string Setting = "DASHBOARD_TEST_DATABASE";

    public static bool IsSqlServer { get; } = Environment.GetEnvironmentVariable(Setting) switch
    {
        null or "" or "Sqlite" => false,
        "SqlServer" => true,
        var other => throw new InvalidOperationException($"{Setting} is \"{other}\": it must be Sqlite or SqlServer."),
    };
}
