namespace Dashboard.Web.Controls.Tables;

/// <summary>A filter in force: one chip.</summary>
/// <param name="Key">As in the address: "country".</param>
/// <param name="Value">As in the address: "SG".</param>
/// <param name="Text">As people read the value: "Singapore".</param>
public sealed record ActiveFilter(string Key, string Label, string Value, string Text);

/// <summary>A filter that can be added.</summary>
/// <param name="Options">Null when any text will do.</param>
/// <param name="Hint">What to type where any text will do.</param>
public sealed record FilterChoice(string Key, string Label, IReadOnlyList<FilterOption>? Options = null, string Hint = "Contains…");

public sealed record FilterOption(string Value, string Text);
