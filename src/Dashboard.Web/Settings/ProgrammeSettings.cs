namespace Dashboard.Web.Settings;

/// <summary>What this installation oversees.</summary>
internal sealed class ProgrammeSettings : ISettings
{
    public static string Section => "Programme";

    /// <summary>The name shown on every page.</summary>
    public string Name { get; set; } = "";

    /// <summary>The organization that runs the programme, shown on certificates; "not given" if missing.</summary>
    public string? Organisation { get; set; }

    /// <summary>The unit that oversees the programme, shown on certificates; "not given" if missing.</summary>
    public string? OversightUnit { get; set; }

    /// <summary>ISO 3166-1 alpha-2: leads and reviewers act only with this country on their account.</summary>
    public string OversightCountry { get; set; } = "";

    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Name))
            yield return "Programme:Name is missing: what this dashboard oversees, shown on every page.";
        if (OversightCountry is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
            yield return $"Programme:OversightCountry is \"{OversightCountry}\": it must be two capital letters (ISO 3166-1), such as US.";
    }
}
