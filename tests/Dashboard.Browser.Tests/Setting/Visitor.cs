using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Setting;

/// <summary>One person with one browser window.</summary>
internal sealed class Visitor
{
    /// <summary>Milliseconds to wait for something that must happen. Long, because a busy machine is slow.</summary>
    public const float Patience = 30_000;

    /// <summary>The window's size in pixels, unless a journey makes it narrower.</summary>
    public const int Width = 1440, Height = 900;

    private readonly Circuit circuit;
    private Troubles troubles;

    public Visitor(IBrowserContext context, IPage page, Troubles troubles)
    {
        (Context, Page, circuit, this.troubles) = (context, page, new(page), troubles);
        Troubles.Watch(page, () => this.troubles);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>A table by its caption.</summary>
    public ILocator Table(string caption) => Page.GetByRole(AriaRole.Table, new() { Name = caption, Exact = true });

    /// <summary>The rows of a table without its header.</summary>
    public ILocator Rows(string caption) => Table(caption).Locator("tbody").GetByRole(AriaRole.Row);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true });

    public ILocator Rail => Page.GetByRole(AriaRole.Navigation, new() { Name = "Pages", Exact = true });

    /// <summary>A menu's button. It is a summary element, whose role differs between browsers.</summary>
    public ILocator Menu(string name) => Page.Locator("summary").Filter(new() { HasTextRegex = new Regex($"^\\s*{Regex.Escape(name)}\\s*$", RegexOptions.None, TimeSpan.FromSeconds(1)) });

    /// <summary>The number of rows, shown above a table.</summary>
    public ILocator Count => Page.Locator(".table-summary");

    /// <summary>Begins another journey in the same window. Resets its size and pointer, and collects problems for the new journey.</summary>
    public async Task GoOnAsync(Troubles collector)
    {
        troubles = collector;
        await Page.SetViewportSizeAsync(Width, Height);
        await Page.Mouse.MoveAsync(0, 0);
    }

    /// <summary>Opens a URL and waits until the page is live.</summary>
    public async Task GoAsync(string path)
    {
        circuit.Loading();
        await Page.GotoAsync(path);
        await IsReadyAsync();
    }

    public async Task ReloadAsync()
    {
        circuit.Loading();
        await Page.ReloadAsync();
        await IsReadyAsync();
    }

    public async Task IsReadyAsync()
    {
        await circuit.IsLiveAsync();
        await Assertions.Expect(Page.Locator("main[data-waiting]")).ToHaveCountAsync(0);
        // The last step of a new page. Typing earlier would lose the focus.
        await Assertions.Expect(Page.Locator("h1")).ToBeFocusedAsync();
        await Assertions.Expect(Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }

    /// <summary>
    /// Opens a page with its link in the rail and waits until its heading has the focus. The previous page may have the same controls, and
    /// anything opened there disappears with it.
    /// </summary>
    public async Task FollowAsync(string page)
    {
        await Rail.GetByRole(AriaRole.Link, new() { Name = page }).ClickAsync();
        await Assertions.Expect(Heading(page)).ToBeFocusedAsync();
        await Assertions.Expect(Page.Locator("main[data-waiting]")).ToHaveCountAsync(0);
        await Assertions.Expect(Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }

    /// <summary>Follows a link to a page with a form, and waits until the form accepts input.</summary>
    public async Task OpenFormAsync(string link)
    {
        await Link(link).ClickAsync();
        await Assertions.Expect(Page.Locator("main form:not([data-go])").First).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("main[data-waiting]")).ToHaveCountAsync(0);
    }

    /// <summary>Chooses a filter in the menu, for example "Role", "Backup".</summary>
    public async Task AddFilterAsync(string kind, string value)
    {
        await Menu("Add filter").ClickAsync();
        await Page.Locator(".filters-form").GetByLabel(kind, new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = value });
        await Page.Locator(".filters-form").GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Assertions.Expect(Link($"Remove {kind} {value}")).ToBeVisibleAsync();
    }

    /// <summary>Chooses in a select: opens its list and clicks the choice.</summary>
    public async Task ChooseAsync(string field, string choice, ILocator? within = null)
    {
        var select = (within ?? Page.Locator("body")).GetByLabel(field, new() { Exact = true });
        await select.ClickAsync();
        await Page.GetByRole(AriaRole.Listbox).GetByRole(AriaRole.Option, new() { Name = choice, Exact = true }).ClickAsync();
        await Assertions.Expect(select).ToHaveValueAsync(choice);
        await Assertions.Expect(Page.GetByRole(AriaRole.Listbox)).ToHaveCountAsync(0);
    }

    /// <summary>Types into a field with a list of matches, and clicks the match.</summary>
    public async Task FindAsync(string field, string choice)
    {
        var box = Page.GetByLabel(field, new() { Exact = true });
        await box.ClickAsync();
        await box.PressSequentiallyAsync(choice);
        await Page.GetByRole(AriaRole.Option, new() { Name = choice, Exact = true }).ClickAsync();
        await Assertions.Expect(box).ToHaveValueAsync(choice);
        await Assertions.Expect(Page.GetByRole(AriaRole.Listbox)).ToHaveCountAsync(0);
    }

    /// <summary>The file that a click on a link or button downloads.</summary>
    public async Task<byte[]> DownloadAsync(ILocator from)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => from.ClickAsync());
        Assert.Null(await download.FailureAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }
}
