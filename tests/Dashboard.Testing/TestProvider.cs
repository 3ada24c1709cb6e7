namespace Dashboard.Testing;

/// <summary>The databases that the product runs on.</summary>
public enum TestProvider
{
    Sqlite,
    SqlServer,
}
