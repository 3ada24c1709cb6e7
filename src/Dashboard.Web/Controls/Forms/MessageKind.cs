namespace Dashboard.Web.Controls.Forms;

public enum MessageKind
{
    Information,
    Done,
    Warning,

    /// <summary>The request was refused or failed.</summary>
    Refused,
}
