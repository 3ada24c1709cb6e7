namespace Dashboard.Web.Settings;

/// <summary>A section of the configuration that knows what is wrong with itself.</summary>
internal interface ISettings
{
    static abstract string Section { get; }

    /// <summary>One plain sentence per problem, each naming its setting; empty when all is well.</summary>
    IEnumerable<string> Problems();
}
