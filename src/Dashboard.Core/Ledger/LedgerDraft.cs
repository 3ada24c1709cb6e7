using System.Text.Json.Nodes;
using Dashboard.Ledger;

namespace Dashboard.Core.Ledger;

/// <summary>The content of an entry before it is appended. Appending gives it its number, time and actor.</summary>
/// <param name="Action">One of <see cref="LedgerActions"/>.</param>
/// <param name="Sentence">What was done, to be read after the actor's name: <c>created the wave “Messages”</c>.</param>
public sealed record LedgerDraft(string Action, LedgerSubject Subject, string Sentence)
{
    /// <summary>Old and new values.</summary>
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    /// <summary>Other subjects whose history includes this entry.</summary>
    public IReadOnlyList<LedgerSubject> Related { get; init; } = [];

    public JsonObject? Details { get; init; }
}
