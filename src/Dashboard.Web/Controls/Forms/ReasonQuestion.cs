using Dashboard.Core;
using MudBlazor;

namespace Dashboard.Web.Controls.Forms;

/// <summary>A decision that needs a reason.</summary>
internal sealed record ReasonQuestion(string Question, string Subject, string Consequence, string Verb)
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true };

    public string Label { get; init; } = "Reason";

    public bool Destructive { get; init; } = true;

    /// <returns>True if the action was done; false if the person canceled.</returns>
    public async Task<bool> AskAsync(IDialogService dialogs, Func<string, Task<Result>> act)
    {
        var parameters = new DialogParameters<ReasonDialog>
        {
            { dialog => dialog.Question, Question },
            { dialog => dialog.Subject, Subject },
            { dialog => dialog.Consequence, Consequence },
            { dialog => dialog.Verb, Verb },
            { dialog => dialog.Label, Label },
            { dialog => dialog.Destructive, Destructive },
            { dialog => dialog.Act, act },
        };
        var dialog = await dialogs.ShowAsync<ReasonDialog>(Question, parameters, Options);
        return await dialog.Result is { Canceled: false };
    }
}
