using Dashboard.Browser.Tests.Setting;

namespace Dashboard.Browser.Tests.Journeys;

/// <summary>
/// Names can be as long as their columns allow and may contain no space. The test makes every name on a page that long, with all rows of the
/// demo and with one row. The page must still fit the window.
/// </summary>
public sealed class LongNameTests(DemoWorld world) : JourneyTest(world)
{
    private const string MakeLong =
        """
        rows => {
          const main = document.querySelector('main');
          if (rows === 1)
            for (const row of main.querySelectorAll('tbody tr:not(:first-child)')) row.hidden = true;
          for (const element of main.querySelectorAll('h1, h2, a:not(.button), code, td strong, .facts dd, option, .graph-location > span'))
            if (!element.closest('.funnel') && element.childElementCount === 0 && /[^\d\s]/.test(element.textContent))
              element.textContent = 'urn:dataset:' + 'a-name-as-long-as-it-may-be'.repeat(4) + 'x'.repeat(140);
          const excess = document.documentElement.scrollWidth - document.documentElement.clientWidth;
          if (excess <= 0) return '';
          const wide = [...main.querySelectorAll('*')].filter(element => element.getBoundingClientRect().right > innerWidth && !element.closest('.table-scroll, svg'));
          return `${excess} px too wide: ` + wide.slice(-4).map(element => element.parentElement.className + ' > ' + element.tagName + '.' + element.className).join(', ');
        }
        """;

    [Theory]
    [InlineData("/migration")]
    [InlineData("/migration/waves/3")]
    [InlineData("/migration/datasets")]
    [InlineData("/migration/datasets/3")]
    [InlineData("/sources")]
    [InlineData("/sources/8")]
    [InlineData("/imports")]
    [InlineData("/imports/1")]
    [InlineData("/inventory")]
    [InlineData("/inventory/locations/1")]
    [InlineData("/administration/locations")]
    [InlineData("/summary")]
    public async Task Page_WithVeryLongNames_StaysWithinTheWindow(string path)
    {
        var visitor = await VisitAsync("Dana Whitfield");
        await visitor.Page.SetViewportSizeAsync(390, 844);
        await visitor.GoAsync(path);

        Assert.Equal(("", ""), (await ExcessAsync(visitor, 50), await ExcessAsync(visitor, 1)));
        await visitor.Page.SetViewportSizeAsync(1440, 900);
        Assert.Equal("", await ExcessAsync(visitor, 50));
    }

    private static Task<string> ExcessAsync(Visitor visitor, int rows) => visitor.Page.EvaluateAsync<string>(MakeLong, rows);
}
