using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Dashboard.Web.Controls.Forms;

/// <summary>The texts of MudBlazor that do not say what to do.</summary>
internal sealed class Words : MudLocalizer
{
    public override LocalizedString this[string key] => key switch
    {
        "Converter_InvalidDateTime" => new(key, "Write a day that exists, such as 2026-11-28."),
        "Converter_InvalidNumber" => new(key, "Write a number."),
        _ => base[key],
    };
}
