using Dashboard.Pdf;
using Dashboard.Web.Controls.Marks;

namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>The certificate's values as text. A missing value says "not given". A blank could also mean that it was not printed.</summary>
internal static class CertificateText
{
    public const string NotGiven = DocumentWriter.NotGiven;

    public static string OrNotGiven(string? text) => string.IsNullOrWhiteSpace(text) ? NotGiven : text;

    public static string Time(DateTimeOffset at) => $"{at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC";

    public static string Time(DateTimeOffset? at) => at is { } time ? Time(time) : NotGiven;

    public static string Count(long count, string one, string many) => count == 1 ? $"1 {one}" : $"{count:N0} {many}";

    public static string Copies(long count) => Count(count, "copy", "copies");

    /// <summary>Rounded, with the exact number in parentheses.</summary>
    public static string Bytes(long bytes) => bytes < 1000 ? ByteText.Exact(bytes) : $"{ByteText.Of(bytes)} ({ByteText.Exact(bytes)})";

    public static string Records(long? records) => records is { } count ? Count(count, "record", "records") : $"records {NotGiven}";

    public static string Place(CertificatePlace place) =>
        $"{place.Name}, {place.Region ?? "region not given"}, {place.Operator ?? "operator not known"}, {place.Country ?? "country not known"}";

    public static string Person(string name, string? unit) => $"{name}, {(unit is null ? "unit not given" : unit)}";
}
