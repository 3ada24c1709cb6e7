using Dashboard.Core.Migration;

namespace Dashboard.Core.Tests.Migration;

public sealed class DatasetTests
{
    [Fact]
    public void Describe_Discovered_BecomesRegistered()
    {
        var dataset = Dataset.Discovered("urn:data:Chat", "Chat", 1, 4, Days.Noon);
        Assert.True(dataset.IsUnregistered);

        dataset.Describe("Messages", 7, "Ada", 2, ["messages"], 3);

        Assert.False(dataset.IsUnregistered);
        Assert.Equal(["chat", "data", "messages", "urn"], DatasetWord.Of(dataset).Order());
        Assert.Equal((7L, "Ada", 2L, 3L), (dataset.SystemId, dataset.Owner, dataset.ClassificationId, dataset.WaveId));
    }

    [Fact]
    public void UpdateStatus_SameStageAgain_KeepsTheDateOfTheStage()
    {
        var dataset = Dataset.Discovered("urn:data:chat", "Chat", 1, 4, Days.Noon);
        dataset.UpdateStatus(DatasetStatus.Empty with { Stage = Stage.Copying }, Days.Noon);
        dataset.UpdateStatus(DatasetStatus.Empty with { Stage = Stage.Copying, CopiesInside = 2 }, Days.Noon.AddDays(1));

        Assert.Equal(Days.Noon, dataset.StageSince);
        Assert.Equal(2, dataset.Status.CopiesInside);

        dataset.UpdateStatus(DatasetStatus.Empty with { Stage = Stage.Verified }, Days.Noon.AddDays(2));
        Assert.Equal(Days.Noon.AddDays(2), dataset.StageSince);
    }
}
