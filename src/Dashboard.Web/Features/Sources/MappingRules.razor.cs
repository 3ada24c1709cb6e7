using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Forms;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Dashboard.Web.Features.Sources;

/// <summary>The mapping rules of one source. After a change, the source's page is notified and passes in the new rules.</summary>
public sealed partial class MappingRules
{
    private static readonly IReadOnlyList<Choice<MappingKind>> Kinds = [.. Enum.GetValues<MappingKind>().Select(kind => new Choice<MappingKind>(kind, Naming.Label(kind)))];
    private static readonly IReadOnlyList<Choice<CopyRole>> Roles = [.. Enum.GetValues<CopyRole>().Select(role => new Choice<CopyRole>(role, Naming.Label(role)))];

    private MappingKind kind;
    private string pattern = "";
    private string urn = "";
    private CopyRole role;
    private string? refused;
    private int added;

    [Parameter, EditorRequired] public required SourceDetails Source { get; set; }

    [Inject] private AddMappingRule Adding { get; set; } = null!;

    [Inject] private RemoveMappingRule Removing { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    private static string NameOf(MappingKind kind) => kind switch
    {
        MappingKind.Bucket => "bucket",
        MappingKind.Tag => "tag",
        _ => "prefix",
    };

    private async Task AddAsync()
    {
        var adding = await Adding.HandleAsync(new(Source.Source.Id, kind, pattern, urn, role), CancellationToken.None).OrRefusal();
        refused = adding.Refusal?.Message;
        if (adding.IsDone)
            (pattern, urn, added) = ("", "", added + 1);
    }

    private async Task RemoveAsync(MappingRuleRow rule)
    {
        var question = new Confirmation(
            "Remove this rule?", $"{rule.Pattern}, as {rule.DatasetUrn}",
            "From the next import on, what it matched goes to other rules or to an unmapped dataset.", "Remove the rule");
        if (await question.AskAsync(Dialogs))
            refused = (await Removing.HandleAsync(rule.Id, CancellationToken.None).OrRefusal()).Refusal?.Message;
    }
}
