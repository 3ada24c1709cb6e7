using Bunit;
using Dashboard.Web.Controls.Forms;
using Dashboard.Web.Shell;

namespace Dashboard.Component.Tests.Controls;

public sealed class StateTests : ComponentTest
{
    [Fact]
    public void LoadFailed_WithARetry_NamesWhatFailedAndTriesAgain()
    {
        var tries = 0;
        var failed = Render<LoadFailed>(parameters => parameters.Add(failed => failed.What, "The list of copies").Add(failed => failed.Retry, () => { tries++; }));

        failed.Find("button").Click();

        Assert.Equal(1, tries);
        Assert.Contains("The list of copies could not be loaded.", failed.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MessageKind.Refused, "alert")]
    [InlineData(MessageKind.Warning, "alert")]
    [InlineData(MessageKind.Done, "status")]
    [InlineData(MessageKind.Information, "status")]
    public void Message_ByKind_IsAnAlertOnlyIfItMustInterrupt(MessageKind kind, string role)
    {
        var message = Render<FormMessage>(parameters => parameters.Add(message => message.Kind, kind).AddChildContent("Text"));
        Assert.Equal(role, message.Find(".message").GetAttribute("role"));
    }

    [Fact]
    public void Header_OfAPage_HasOneHeading()
    {
        var header = Render<PageHeader>(parameters => parameters.Add(header => header.Title, "Inventory").Add(header => header.Sentence, "Every copy, wherever it is."));

        Assert.Equal("Inventory", Assert.Single(header.FindAll("h1")).TextContent);
        Assert.Contains("Every copy", header.Find("header p").TextContent, StringComparison.Ordinal);
    }
}
