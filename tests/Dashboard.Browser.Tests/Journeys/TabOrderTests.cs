using Dashboard.Browser.Tests.Setting;

namespace Dashboard.Browser.Tests.Journeys;

/// <summary>Every page by keyboard alone: Tab reaches each control that can be seen, shows where it is, and never stays in a place.</summary>
public sealed class TabOrderTests(DemoWorld world) : JourneyTest(world)
{
    private const string Mark = """
        () => {
          const isSeen = one => one.checkVisibility({ visibilityProperty: true }) && !one.closest('[inert]') && one.getBoundingClientRect().width > 0;
          const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
            .filter(one => !one.disabled && one.tabIndex >= 0 && isSeen(one) && one.type !== 'radio');
          all.forEach((one, at) => { one.dataset.stop = at; });
          return all.length;
        }
        """;

    private const string Here = """
        () => {
          const one = document.activeElement;
          if (!one || one === document.body) return [-1, 1];
          const style = getComputedStyle(one), after = getComputedStyle(one, '::after');
          const circle = one.querySelector('.map-circle');
          if (circle) return [Number(one.dataset.stop), getComputedStyle(circle).fillOpacity === '1' ? 1 : 0];
          const around = one.closest('.mud-input-control, .figure, label, tr') ?? one;
          const isShown = [style, after, getComputedStyle(around)].some(s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none') || one.id === 'content' || around !== one;
          return [one.dataset.stop === undefined ? -2 : Number(one.dataset.stop), isShown ? 1 : 0];
        }
        """;

    [Theory]
    [InlineData("/summary")]
    [InlineData("/inventory")]
    [InlineData("/migration")]
    [InlineData("/migration/datasets")]
    [InlineData("/migration/waves/new")]
    [InlineData("/deletions")]
    [InlineData("/deletions/holds")]
    [InlineData("/ledger")]
    [InlineData("/ledger/checkpoints")]
    [InlineData("/imports")]
    [InlineData("/imports/new")]
    [InlineData("/sources")]
    [InlineData("/administration/boundary")]
    [InlineData("/administration/boundary/new")]
    [InlineData("/glossary")]
    public async Task Tab_ReachesEveryControl(string path)
    {
        var visitor = await VisitAsync("Dana Whitfield");
        await visitor.GoAsync(path);
        var stops = await visitor.Page.EvaluateAsync<int>(Mark);
        Assert.InRange(stops, 5, 600);

        var reached = new HashSet<int>();
        var hidden = new List<int>();
        for (var press = 0; press < stops + 40 && reached.Count < stops; press++)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            var here = await visitor.Page.EvaluateAsync<int[]>(Here);
            if (here[0] >= 0)
                reached.Add(here[0]);
            if (here[1] == 0)
                hidden.Add(here[0]);
        }

        var missed = Enumerable.Range(0, stops).Except(reached).ToList();
        Assert.True(missed.Count == 0, $"Tab does not reach {await NamesAsync(visitor, missed)}.");
        Assert.True(hidden.Count == 0, $"No focus is shown on {await NamesAsync(visitor, hidden)}.");
    }

    private static Task<string> NamesAsync(Visitor visitor, IReadOnlyCollection<int> stops) => visitor.Page.EvaluateAsync<string>(
        "stops => stops.map(stop => document.querySelector(`[data-stop=\"${stop}\"]`)?.outerHTML.slice(0, 160)).join(' | ')", stops);
}
