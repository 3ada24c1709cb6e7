namespace Dashboard.Web.Settings;

/// <summary>A configuration section that checks itself.</summary>
internal interface ISettings
{
    static abstract string Section { get; }

    /// <summary>One plain sentence per problem, each naming its setting; empty if there are none.</summary>
    IEnumerable<string> Problems();
}
