using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Imports;

namespace Dashboard.Web.Features.Imports.List;

/// <summary>URLs of the list of imports.</summary>
internal static class ImportsAddress
{
    public const string Page = "/imports";

    /// <summary>The applied imports of sources of this kind that finished at or after this time.</summary>
    public static string AppliedSince(SourceKind kind, DateTimeOffset since) =>
        $"{Page}?kind={kind.ToString().ToLowerInvariant()}&state={nameof(ImportState.Applied).ToLowerInvariant()}&since={UtcText.Write(since)}";

    /// <summary>Reads the time in the URL; null if it is none.</summary>
    public static DateTimeOffset? ReadSince(string? text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var since) ? since : null;
}
