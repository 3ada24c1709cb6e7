using System.ComponentModel.DataAnnotations;

namespace Dashboard.Web.Shell;

public sealed class ShellOptions
{
    public const string Section = "Shell";

    /// <summary>The name of the programme, in the header and in the browser's tab.</summary>
    [Required]
    public string Title { get; set; } = "US user data pivot";
}
