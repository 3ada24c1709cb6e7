namespace Dashboard.Web.Features.Inventory.Query;

/// <summary>The filters of the inventory, as written in its URL. Other features use them to link to it.</summary>
internal static class FilterKey
{
    public const string Text = "text";
    public const string Position = "position";
    public const string Location = "location";
    public const string Operator = "operator";
    public const string Country = "country";
    public const string Role = "role";
    public const string Classification = "classification";
    public const string System = "system";
    public const string Source = "source";
    public const string State = "state";
    public const string Owner = "owner";
    public const string Dataset = "dataset";
    public const string Stage = "stage";
    public const string Counted = "counted";

    /// <summary>The value for an operator or country that is not known.</summary>
    public const string Unknown = "unknown";

    /// <summary>The value of <see cref="Counted"/>.</summary>
    public const string Yes = "yes";

    public static readonly string[] All =
        [Text, Position, Location, Operator, Country, Role, Classification, System, Source, State, Owner, Dataset, Stage, Counted];
}
