namespace Dashboard.Web.Controls.Tables;

/// <summary>An active filter, shown as a chip.</summary>
/// <param name="Key">As in the URL: "country".</param>
/// <param name="Value">As in the URL: "SG".</param>
/// <param name="Text">The value as shown to people: "Singapore".</param>
public sealed record ActiveFilter(string Key, string Label, string Value, string Text);

/// <summary>A filter that can be added.</summary>
/// <param name="Options">Null if any text is allowed.</param>
/// <param name="Hint">Placeholder when any text is allowed.</param>
public sealed record FilterChoice(string Key, string Label, IReadOnlyList<FilterOption>? Options = null, string Hint = "Contains…");

public sealed record FilterOption(string Value, string Text);
