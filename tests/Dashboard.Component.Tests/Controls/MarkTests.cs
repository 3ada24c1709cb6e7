using Bunit;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Controls.Tables;

namespace Dashboard.Component.Tests.Controls;

public sealed class MarkTests : ComponentTest
{
    [Theory]
    [InlineData(Position.Inside)]
    [InlineData(Position.Outside)]
    [InlineData(Position.Unknown)]
    public void Position_WhenBare_StillHasItsName(Position position)
    {
        var mark = Render<PositionMark>(parameters => parameters.Add(mark => mark.Position, position).Add(mark => mark.Bare, true));

        Assert.Equal(position.ToString(), mark.Find("span.mark").TextContent.Trim());
        Assert.Equal("true", mark.Find("svg").GetAttribute("aria-hidden"));
    }

    [Fact]
    public void States_All_HaveDistinctShapes()
    {
        var shapes = Enum.GetValues<CopyState>().Select(state => Render<StateMark>(parameters => parameters.Add(mark => mark.State, state)).Find("svg").InnerHtml);
        Assert.Equal(Enum.GetValues<CopyState>().Length, shapes.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Roles_All_HaveDistinctShapes()
    {
        var shapes = Enum.GetValues<CopyRole>().Select(role => Render<RoleMark>(parameters => parameters.Add(mark => mark.Role, role)).Find("svg").InnerHtml);
        Assert.Equal(Enum.GetValues<CopyRole>().Length, shapes.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(Stage.NotStarted, 0, "Not started")]
    [InlineData(Stage.CutOver, 3, "Cut over")]
    [InlineData(Stage.Pivoted, 5, "Pivoted")]
    public void Stage_OfSix_ShowsTheStepsTaken(Stage stage, int taken, string text)
    {
        var mark = Render<StageMark>(parameters => parameters.Add(mark => mark.Stage, stage));

        var drawing = MarkShapes.All.Single(shape => mark.Find("use").GetAttribute("href") == $"#{shape.Id}").Drawing;
        Assert.Equal((taken, 5), (drawing.Split("currentColor").Length - 1, drawing.Split("<rect").Length - 1));
        Assert.Contains(text, mark.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_OnThePage_HasAMachineReadableInstant()
    {
        var when = Render<When>(parameters => parameters.Add(when => when.At, Now.AddHours(-3)).Add(when => when.Ago, true));

        Assert.Equal("2026-03-10T09:00:00Z", when.Find("time").GetAttribute("datetime"));
        Assert.Equal("3 h ago", when.Find("time").TextContent);
    }

    [Fact]
    public void Count_AtItsCap_SaysThatThereAreMore()
    {
        var count = Render<Count>(parameters => parameters.Add(count => count.Of, 10_000).Add(count => count.Cap, 10_000).Add(count => count.Many, "copies"));
        Assert.Equal("10,000+ copies", count.Find("span").TextContent);
    }
}
