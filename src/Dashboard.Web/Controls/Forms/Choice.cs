namespace Dashboard.Web.Controls.Forms;

/// <summary>One option of a field and how it is shown.</summary>
public sealed record Choice<T>(T Value, string Text);
