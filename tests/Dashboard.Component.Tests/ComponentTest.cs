using Bunit;
using Dashboard.Web.Controls.Forms;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using MudBlazor.Services;

namespace Dashboard.Component.Tests;

/// <summary>The services that every component needs: MudBlazor's, a fixed clock, and a browser that ignores JavaScript calls.</summary>
public abstract class ComponentTest : BunitContext
{
    protected static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    protected ComponentTest()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(mud => mud.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddTransient<MudLocalizer, Words>();
        Services.AddSingleton<TimeProvider>(new FixedClock(Now));
    }

    /// <summary>The part of the page in which open lists and calendars are drawn. Render it before what opens them.</summary>
    protected IRenderedComponent<MudPopoverProvider> RenderPopovers() => Render<MudPopoverProvider>();

    /// <summary>Chooses in a select without opening its list. FieldTests opens one.</summary>
    protected static Task ChooseAsync<T>(IRenderedComponent<IComponent> form, string label, T value)
    {
        var select = form.FindComponents<SelectField<T>>().Single(field => field.Instance.Label == label);
        return select.InvokeAsync(() => select.Instance.ValueChanged.InvokeAsync(value));
    }

    /// <summary>The texts of the notices that are shown.</summary>
    protected IEnumerable<string?> Notices() => Services.GetRequiredService<ISnackbar>().ShownSnackbars.Select(notice => notice.Message);

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
