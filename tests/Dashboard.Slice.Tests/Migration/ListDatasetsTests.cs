using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Features.Migration;

namespace Dashboard.Slice.Tests.Migration;

public sealed class ListDatasetsTests : SlicedProgramme
{
    [Theory]
    [InlineData(Roles.Executive)]
    [InlineData(Roles.Administrator)]
    public async Task Handle_WithoutRowRights_IsRefused(Roles roles) =>
        Assert.IsType<NotPermitted>((await Handler(roles).HandleAsync(new(new()), Token)).Refusal);

    [Fact]
    public async Task Handle_BySteward_SeesOwnSystemsOnly()
    {
        Programme.Dataset("Chat", system: "Messages");
        Programme.Dataset("Clicks", system: "Advertising");

        var answer = (await Handler(Roles.DataSteward, "Messages").HandleAsync(new(new()), Token)).Value;

        Assert.Equal(["Chat"], answer.Rows.Select(row => row.Name));
        Assert.Equal(1, answer.Count);
        Assert.Equal(["Messages"], answer.Choices.Systems);
    }

    [Fact]
    public async Task Handle_ByStewardAskingForAnotherSystem_SeesNothing()
    {
        Programme.Dataset("Clicks", system: "Advertising");

        Assert.Empty((await Handler(Roles.DataSteward, "Messages").HandleAsync(new(new(System: "Advertising")), Token)).Value.Rows);
    }

    [Fact]
    public async Task Handle_ByStewardWithoutSystems_SeesNothing()
    {
        Programme.Dataset("Chat");

        Assert.Empty((await Handler(Roles.DataSteward).HandleAsync(new(new()), Token)).Value.Rows);
    }

    [Fact]
    public async Task Handle_WithEachFilter_ReturnsOnlyMatchingRows()
    {
        var wave = Programme.Wave("Wave 1");
        var chat = Programme.Dataset("Chat", wave: wave, declared: DeclaredStatus.Completed);
        var mail = Programme.Dataset("Mail", system: "Post", owner: null);
        var heap = Programme.Dataset("Heap", classification: Programme.Unclassified, owner: "Grace Hopper");
        var open = Programme.Dataset("Open posts", classification: Programme.Excepted);
        var old = Programme.Source("old", reported: TimeSpan.FromDays(9));
        Programme.Copy(chat, Programme.Virginia);
        Programme.Copy(mail, Programme.Ashburn);
        Programme.Copy(heap, Programme.Virginia, source: old);
        Programme.Copy(open, Programme.Virginia);
        await Programme.SettleAsync(Token);

        Assert.Equal(["Chat", "Heap", "Mail", "Open posts"], await NamesAsync(new()));
        Assert.Equal(["Chat"], await NamesAsync(new(WaveId: wave.Id)));
        Assert.Equal(["Heap", "Mail", "Open posts"], await NamesAsync(new(WaveId: DatasetFilter.NoWave)));
        Assert.Equal(["Mail"], await NamesAsync(new(Stage: Stage.Pivoted)));
        Assert.Equal(["Chat", "Heap"], await NamesAsync(new(Stage: Stage.NotStarted)));
        Assert.Equal(["Mail"], await NamesAsync(new(System: "Post")));
        Assert.Equal(["Heap"], await NamesAsync(new(Owner: "Grace Hopper")));
        Assert.Equal(["Open posts"], await NamesAsync(new(Classification: "Excepted")));
        Assert.Equal(["Chat"], await NamesAsync(new(Risk: DatasetRisk.Mismatch)));
        Assert.Equal(["Heap"], await NamesAsync(new(Risk: DatasetRisk.Stale)));
        Assert.Equal(["Mail"], await NamesAsync(new(Risk: DatasetRisk.NoOwner)));
        Assert.Equal(["Heap"], await NamesAsync(new(Risk: DatasetRisk.Unclassified)));
        Assert.Equal(["Open posts"], await NamesAsync(new(Text: " POSTS ")));
        Assert.Equal(["Mail"], await NamesAsync(new(Text: "data:mail")));
        Assert.Empty(await NamesAsync(new(Text: "chat", System: "Post")));
    }

    [Fact]
    public async Task Handle_TextWithWildcards_IsLiteral()
    {
        Programme.Dataset("Chat");

        Assert.Empty(await NamesAsync(new(Text: "%")));
        Assert.Empty(await NamesAsync(new(Text: "c_at")));
    }

    [Fact]
    public async Task Handle_Pages_ShowEveryRowOnceForwardsAndBackwards()
    {
        for (var index = 0; index < (2 * ListDatasets.PageSize) + 1; index++)
            Programme.Dataset($"Dataset {index / 2:000}", urn: $"urn:data:{index}");

        var first = await PageAsync(new(new()));
        var second = await PageAsync(new(new(), After: first.Rows[^1].Cursor));
        var third = await PageAsync(new(new(), After: second.Rows[^1].Cursor));
        var back = await PageAsync(new(new(), Before: third.Rows[0].Cursor));

        Assert.Equal((false, true, true, true, true, false), (first.HasPrevious, first.HasNext, second.HasPrevious, second.HasNext, third.HasPrevious, third.HasNext));
        Assert.Equal(101, first.Count);
        Assert.Equal(101, first.Rows.Concat(second.Rows).Concat(third.Rows).Select(row => row.Id).Distinct().Count());
        Assert.Equal(second.Rows.Select(row => row.Id), back.Rows.Select(row => row.Id));
        Assert.True(back is { HasPrevious: true, HasNext: true });
    }

    private async Task<string[]> NamesAsync(DatasetFilter filter)
    {
        var answer = await PageAsync(new(filter));
        Assert.Equal(answer.Rows.Count, answer.Count);
        return [.. answer.Rows.Select(row => row.Name)];
    }

    private async Task<DatasetsAnswer> PageAsync(ListDatasetsRequest request) => (await Handler(Roles.Auditor).HandleAsync(request, Token)).Value;

    private ListDatasets Handler(Roles roles, params string[] systems) => new(Database, As(roles, systems), Acting.Programme, Clock);
}
