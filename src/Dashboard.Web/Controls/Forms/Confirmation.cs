using Dashboard.Web.Controls.Tables;
using MudBlazor;

namespace Dashboard.Web.Controls.Forms;

/// <summary>A question before an action that cannot be undone.</summary>
public sealed record Confirmation(string Question, string Subject, string Consequence, string Verb)
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, CloseOnEscapeKey = true };

    public string? Count { get; init; }

    public bool Destructive { get; init; } = true;

    /// <summary>True only if the person clicked the action's button; Escape, Cancel and a click outside the dialog count as no.</summary>
    public async Task<bool> AskAsync(IDialogService dialogs)
    {
        var parameters = new DialogParameters<ConfirmDialog>
        {
            { dialog => dialog.Question, Question },
            { dialog => dialog.Subject, Subject },
            { dialog => dialog.Consequence, Consequence },
            { dialog => dialog.Verb, Verb },
            { dialog => dialog.Count, Count },
            { dialog => dialog.Destructive, Destructive },
        };
        var dialog = await dialogs.ShowAsync<ConfirmDialog>(Question, parameters, Options);
        return await dialog.Result is { Canceled: false };
    }
}
