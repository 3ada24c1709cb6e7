using Dashboard.Core.Imports;

namespace Dashboard.Core.Tests.Imports;

public sealed class ImportTests
{
    private static readonly ImportCounts Ten = ImportCounts.Zero with { Rows = 10, Accepted = 9, Rejected = 1 };

    [Fact]
    public void Confirm_AfterThePreview_IsApplying()
    {
        var import = Previewed();

        Assert.True(import.Confirm().IsDone);
        Assert.Equal(ImportState.Applying, import.State);
    }

    [Theory]
    [InlineData(ImportState.Received)]
    [InlineData(ImportState.Reading)]
    [InlineData(ImportState.Applying)]
    [InlineData(ImportState.Applied)]
    [InlineData(ImportState.Refused)]
    [InlineData(ImportState.Cancelled)]
    public void Confirm_InAnyOtherState_IsRefused(ImportState state)
    {
        var import = In(state);

        Assert.Equal(new ImportNotAwaitingConfirmation(state), import.Confirm().Refusal);
        Assert.Equal(state, import.State);
    }

    [Theory]
    [InlineData(ImportState.Received, true)]
    [InlineData(ImportState.Reading, true)]
    [InlineData(ImportState.AwaitingConfirmation, true)]
    [InlineData(ImportState.Applying, false)]
    [InlineData(ImportState.Applied, false)]
    [InlineData(ImportState.Refused, false)]
    [InlineData(ImportState.Cancelled, false)]
    public void Cancel_OnlyBeforeItIsApplied(ImportState state, bool allowed)
    {
        var import = In(state);
        var result = import.Cancel(Days.Noon);

        Assert.Equal(allowed, result.IsDone);
        Assert.Equal(allowed ? ImportState.Cancelled : state, import.State);
        if (!allowed)
            Assert.Equal(new ImportCannotBeCancelled(state), result.Refusal);
    }

    [Theory]
    [InlineData(ImportState.Received, false)]
    [InlineData(ImportState.AwaitingConfirmation, false)]
    [InlineData(ImportState.Applying, false)]
    [InlineData(ImportState.Applied, true)]
    [InlineData(ImportState.Refused, true)]
    [InlineData(ImportState.Cancelled, true)]
    public void IsFinished_OnlyWhenNothingMoreWillHappen(ImportState state, bool expected) => Assert.Equal(expected, In(state).IsFinished);

    [Fact]
    public void BeginReading_AfterAStop_CountsFromZero()
    {
        var import = Previewed();
        import.BeginReading();

        Assert.Equal((ImportState.Reading, ImportCounts.Zero), (import.State, import.Counts));
    }

    [Fact]
    public void Recognize_FileNamesItsOwnTime_TakesIt()
    {
        var import = In(ImportState.Reading);
        import.Recognize("csv", Days.Noon.AddDays(-2));

        Assert.Equal(Days.Noon.AddDays(-2), import.AsOf);
    }

    [Fact]
    public void Refuse_KeepsReasonAndCounts()
    {
        var import = In(ImportState.Reading);
        import.Refuse("Too many rejected rows.", Ten, Days.Noon);

        Assert.Equal((ImportState.Refused, "Too many rejected rows.", Ten, Days.Noon), (import.State, import.Refusal, import.Counts, import.FinishedAt));
    }

    [Fact]
    public void WorkTime_ReadingAndApplying_AddUp()
    {
        var import = Previewed();
        import.Apply(Ten, Days.Noon, TimeSpan.FromSeconds(2));

        Assert.Equal(TimeSpan.FromSeconds(3), import.WorkTime);
    }

    [Theory]
    [InlineData(true, 2, 8, true)]
    [InlineData(true, 3, 8, false)]
    [InlineData(false, 0, 8, false)]
    public void MayApplyItself_OnlyFromTheInbox_AndWhenAtMostAFifthVanishes(bool isUnattended, long vanished, long unchanged, bool expected)
    {
        var import = Received(isUnattended: isUnattended);
        import.BeginReading();
        import.Preview(ImportCounts.Zero with { Vanished = vanished, Unchanged = unchanged }, ImportSample.Empty, [], TimeSpan.Zero);

        Assert.Equal(expected, import.MayApplyItself);
    }

    [Fact]
    public void RejectedPercent_OfNoRows_IsZero()
    {
        Assert.Equal(0, ImportCounts.Zero.RejectedPercent);
        Assert.Equal(10, Ten.RejectedPercent);
    }

    internal static Import Received(bool isComplete = true, DateTimeOffset? asOf = null, bool isUnattended = false)
    {
        var source = Source.Create("own-inventory", "Own inventory", SourceKind.Inventory, 24, null, isComplete).Value;
        return Import.Receive(source, [new("a.csv", 12, "00")], "00", "1", isComplete, asOf ?? Days.Noon, "Ada", isUnattended, Days.Noon);
    }

    private static Import Previewed() => In(ImportState.AwaitingConfirmation);

    private static Import In(ImportState state)
    {
        var import = Received();
        if (state is ImportState.Received)
            return import;
        if (state is ImportState.Cancelled)
        {
            import.Cancel(Days.Noon);
            return import;
        }

        import.BeginReading();
        if (state is ImportState.Reading)
            return import;
        if (state is ImportState.Refused)
        {
            import.Refuse("Wrong format.", ImportCounts.Zero, Days.Noon);
            return import;
        }

        import.Preview(Ten, ImportSample.Empty, [], TimeSpan.FromSeconds(1));
        if (state is ImportState.AwaitingConfirmation)
            return import;
        import.Confirm();
        if (state is ImportState.Applied)
            import.Apply(Ten, Days.Noon, TimeSpan.FromSeconds(1));
        return import;
    }
}
