using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Features.Ledger.Entries;

public sealed partial class EntryPage
{
    [Parameter] public long Sequence { get; set; }

    public EntryAnswer? Answer { get; set; }

    [SupplyParameterFromQuery(Name = "checkpoint")] private long? CheckpointSize { get; set; }

    [Inject] private GetEntry Get { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override string LoadKey => $"{Sequence} {CheckpointSize}";

    /// <summary>Reloads until a checkpoint covers the entry; after that, nothing about it changes.</summary>
    protected override bool ReloadsOn(ChangeTopic topic) => topic is ChangeTopic.Ledger && Answer?.Proof is null;

    protected override async Task<Refusal?> LoadAsync(CancellationToken cancellationToken)
    {
        var answer = await Get.HandleAsync(new(Sequence, CheckpointSize), cancellationToken);
        Answer = answer.IsDone ? answer.Value : null;
        return answer.Refusal;
    }

    private static string ActorText(ActorShown actor)
    {
        var role = Enum.TryParse<Roles>(actor.Role, out var roles) ? Naming.Of(roles) : actor.Role;
        var words = new[] { role, actor.Unit, actor.Country }.Where(word => word is not null);
        return string.Concat(words.Select(word => $", {word}"));
    }

    private string Filtered(string key, string value) => Navigation.GetUriWithQueryParameters(
        EntryFilter.Page, new Dictionary<string, object?>(StringComparer.Ordinal) { [key] = value });
}
