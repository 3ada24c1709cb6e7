using Dashboard.Core.Inventory;
using Dashboard.Web.Controls.Forms;

namespace Dashboard.Web.Features.Administration;

/// <summary>Countries by name, for a <see cref="FindField{T}"/>.</summary>
internal static class CountryChoices
{
    private static readonly IReadOnlyList<Choice<string>> All = [.. Countries.All.Select(country => new Choice<string>(country.Code, country.Name))];

    public static Func<string, CancellationToken, Task<IReadOnlyList<Choice<string>>>> Find { get; } = FindField<string>.In(All);

    /// <summary>Null for an unknown country.</summary>
    public static Choice<string>? Of(string? code) => All.FirstOrDefault(country => country.Value == code);
}
