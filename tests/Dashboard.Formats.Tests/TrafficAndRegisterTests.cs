namespace Dashboard.Formats.Tests;

public sealed class TrafficAndRegisterTests
{
    [Fact]
    public void Traffic_GoodRow_GivesEveryColumn() =>
        Assert.Equal([new TrafficRow(2, new DateOnly(2026, 3, 1), "feed", "Oracle", "US", "us-ashburn-1", 42)], Traffic("2026-03-01,feed,Oracle,us,us-ashburn-1,42").Rows());

    [Theory]
    [InlineData("2026-03-02,feed,Oracle,US,x,42", "day", "is in the future")]
    [InlineData("1/3/2026,feed,Oracle,US,x,42", "day", "is not a date")]
    [InlineData("2026-03-01,,Oracle,US,x,42", "service", "is empty, but required")]
    [InlineData("2026-03-01,feed,Oracle,US,x,-42", "requests", "is negative")]
    public void Traffic_BadCell_SaysWhy(string line, string column, string reason)
    {
        var rejection = Traffic(line).OnlyRejection();
        Assert.Equal((2L, column), (rejection.Line, rejection.Column));
        Assert.Contains(reason, rejection.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Register_FullRow_GivesEveryColumn()
    {
        var row = Assert.Single(Register("urn:ds:a,Name,Sys,me,Protected,a; b;,Wave 1,in_progress,40,2026-01-01T00:00:00Z,2026-12-01").Rows());
        Assert.Equal(["a", "b"], row.Categories);
        Assert.Equal(("urn:ds:a", "Name", "Sys", "me", "Protected", "Wave 1"), (row.Dataset, row.Name, row.System, row.Owner, row.Classification, row.Wave));
        Assert.Equal(("IN_PROGRESS", 40, new DateOnly(2026, 12, 1)), (row.DeclaredStatus, row.DeclaredPercent, row.NextUpdateDue));
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), row.DeclaredAt);
    }

    [Fact]
    public void Register_OptionalCellsEmpty_AreNull()
    {
        var row = Assert.Single(Register("urn:ds:a,Name,Sys,,Public,,,,,,").Rows());
        Assert.Empty(row.Categories);
        Assert.Equal((null, null, null, null, null, null), (row.Owner, row.Wave, row.DeclaredStatus, row.DeclaredPercent, row.DeclaredAt, row.NextUpdateDue));
    }

    [Theory]
    [InlineData("urn:ds:a,Name,Sys,,Public,,,DONE,,,", "declared_status", "is not one of NOT_STARTED, IN_PROGRESS, FAILED, COMPLETED")]
    [InlineData("urn:ds:a,Name,Sys,,Public,,,,101,,", "declared_percent", "is larger than 100")]
    [InlineData("urn:ds:a,Name,Sys,,Public,,,,4.5,,", "declared_percent", "has a fraction")]
    [InlineData("urn:ds:a,Name,Sys,,Public,,,,,2027-01-01T00:00:00Z,", "declared_at", "is in the future")]
    [InlineData("urn:ds:a,,Sys,,Public,,,,,,", "name", "is empty, but required")]
    public void Register_BadCell_SaysWhy(string line, string column, string reason)
    {
        var rejection = Register(line).OnlyRejection();
        Assert.Equal(column, rejection.Column);
        Assert.Contains(reason, rejection.Reason, StringComparison.Ordinal);
    }

    private static RowStream<TrafficRow> Traffic(string line) =>
        TrafficFormat.Read(Upload.Of($"day,service,operator,country,region,requests\n{line}\n"), Upload.Options, CancellationToken.None);

    private static RowStream<DatasetRow> Register(string line) => RegisterFormat.Read(
        Upload.Of($"dataset,name,system,owner,classification,categories,wave,declared_status,declared_percent,declared_at,next_update_due\n{line}\n"),
        Upload.Options,
        CancellationToken.None);
}
