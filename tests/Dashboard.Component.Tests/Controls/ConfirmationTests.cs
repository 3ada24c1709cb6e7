using Bunit;
using Dashboard.Web.Controls.Forms;
using Dashboard.Web.Controls.Tables;
using MudBlazor;

namespace Dashboard.Component.Tests.Controls;

public sealed class ConfirmationTests : ComponentTest
{
    private static readonly Confirmation Suspend =
        new("Suspend this member?", "Rae Viewer", "Their rights end within 30 seconds.", "Suspend member") { Count = "2 open reviews" };

    [Fact]
    public async Task Confirmation_WhenAsked_NamesItsObjectAndCount()
    {
        var (provider, _) = await AskAsync();

        Assert.Contains("Rae Viewer, 2 open reviews", provider.Find(".confirm-object").TextContent, StringComparison.Ordinal);
        Assert.Contains("30 seconds", provider.Markup, StringComparison.Ordinal);
        Assert.Equal(["Cancel", "Suspend member"], provider.FindAll(".mud-dialog-actions button").Select(button => button.TextContent));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Confirmation_ButtonClicked_IsTrueOnlyForTheAction(int button, bool yes)
    {
        var (provider, answer) = await AskAsync();

        await provider.FindAll(".mud-dialog-actions button")[button].ClickAsync(new());

        Assert.Equal(yes, await answer);
    }

    [Fact]
    public async Task Confirmation_WhenShown_PutsTheFocusOnItsFirstButton()
    {
        var (provider, _) = await AskAsync();
        provider.WaitForAssertion(() => Assert.NotEmpty(JSInterop.Invocations["mudElementRef.focusFirst"]));
        Assert.Equal("Cancel", provider.FindAll("button")[0].TextContent);
    }

    private async Task<(IRenderedComponent<MudDialogProvider> Provider, Task<bool> Answer)> AskAsync()
    {
        var provider = Render<MudDialogProvider>();
        var answer = await provider.InvokeAsync(() => Task.FromResult(Suspend.AskAsync(Services.GetRequiredService<IDialogService>())));
        provider.WaitForElement(".mud-dialog-actions");
        return (provider, answer);
    }
}
