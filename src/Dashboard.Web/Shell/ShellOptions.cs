namespace Dashboard.Web.Shell;

/// <summary>What the frame shows of the programme; validated where the programme's settings are.</summary>
public sealed class ShellOptions
{
    public const string Section = "Programme";

    /// <summary>The name of the programme, in the header and in the browser's tab.</summary>
    public string Name { get; set; } = "US user data pivot";
}
