using System.Text.Json.Nodes;
using Dashboard.Ledger;

namespace Dashboard.Core.Ledger;

/// <summary>What an entry will say of a change; the number, the time and the actor it gets when it is appended.</summary>
/// <param name="Action">One of <see cref="LedgerActions"/>.</param>
/// <param name="Sentence">What was done, to be read after the actor's name: <c>created the wave “Messages”</c>.</param>
public sealed record LedgerDraft(string Action, LedgerSubject Subject, string Sentence)
{
    /// <summary>Previous and new values.</summary>
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    /// <summary>Further subjects whose history this belongs to.</summary>
    public IReadOnlyList<LedgerSubject> Related { get; init; } = [];

    public JsonObject? Details { get; init; }
}
