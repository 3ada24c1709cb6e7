namespace Dashboard.Web.Controls.Forms;

public enum MessageKind
{
    Information,
    Done,
    Warning,

    /// <summary>What was asked is refused, or failed.</summary>
    Refused,
}
