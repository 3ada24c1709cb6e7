using System.Text.Json.Nodes;
using Dashboard.Core.Migration;
using Dashboard.Ledger;

namespace Dashboard.Core.Tests.Migration;

public sealed class StageMovesTests
{
    [Fact]
    public void Details_CountTheDatasetsByWhereTheyCameFromAndWent()
    {
        var moves = new StageMoves();
        moves.Add(1, Stage.Copying, Stage.CutOver);
        moves.Add(2, Stage.Copying, Stage.CutOver);
        moves.Add(3, null, Stage.NotStarted);
        moves.Add(4, Stage.Verified, Stage.Verified);

        var expected = JsonNode.Parse("""
            { "datasetsMovedStage": 3, "stageMoves": [
              { "from": "no stage", "to": "not started", "datasets": 1 },
              { "from": "copying", "to": "cut over", "datasets": 2 } ] }
            """);
        Assert.True(JsonNode.DeepEquals(expected, moves.ToDetails()), moves.ToDetails().ToJsonString());
        Assert.Equal(3, moves.Count);
    }

    [Fact]
    public void Add_OfASecondMove_KeepsWhereItCameFrom()
    {
        var moves = new StageMoves();
        moves.Add(1, Stage.Copying, Stage.Verified);
        moves.Add(1, Stage.Verified, Stage.CutOver);
        moves.Add(2, Stage.Copying, Stage.Verified);
        moves.Add(2, Stage.Verified, Stage.Copying);

        Assert.Equal(1, moves.Count);
        Assert.Equal("""{"from":"copying","to":"cut over","datasets":1}""", moves.ToDetails()["stageMoves"]![0]!.ToJsonString());
    }

    [Fact]
    public void Related_NamesNoMoreThanAnEntryCanHold()
    {
        var moves = new StageMoves();
        for (var id = 1L; id <= 100_000; id++)
            moves.Add(long.MaxValue - id, Stage.NotStarted, Stage.Copying);

        Assert.Equal(StageMoves.MostRelated, moves.Related().Count);
        Assert.Equal([new LedgerSubject("dataset", (long.MaxValue - 100_000).ToString(System.Globalization.CultureInfo.InvariantCulture))], moves.Related(1));
        var entry = new EntryContent(
            0, default, new("admin", "An administrator", null, null, null), "location.described", new("location", "1"), moves.Related(), "Said so.", [],
            moves.ToDetails(), null);
        Assert.InRange(entry.ToBytes().Length, 1, EntryContent.LargestBytes / 2);
    }
}
