using Dashboard.Core.Migration;
using Dashboard.Web.Controls.Marks;

namespace Dashboard.Web.Features.Migration.Comparisons;

/// <summary>Comparisons as text.</summary>
internal static class ComparisonText
{
    public static string Of(ComparisonMethod method) => method switch
    {
        ComparisonMethod.ChecksumRun => "Checksum run",
        ComparisonMethod.RowByRow => "Row by row",
        _ => "Sampled",
    };

    /// <summary>“Sampled: 10,000 compared, none differed”.</summary>
    public static string Method(ComparisonFacts facts) => facts is { SampleSize: { } size, Mismatches: var mismatches }
        ? $"{Of(facts.Method)}: {size:N0} compared, {(mismatches is 0 ? "none" : $"{mismatches:N0}")} differed"
        : Of(facts.Method);

    /// <summary>The copy's content as an inventory reported it.</summary>
    public static string Content(ComparedCopy copy) => string.Join(" · ", new[]
    {
        ByteText.Exact(copy.Bytes),
        copy.Records is { } records ? $"{records:N0} {(records == 1 ? "record" : "records")}" : "no record count",
        copy.Fingerprint is { } fingerprint ? $"fingerprint {fingerprint}" : "no fingerprint",
    });

    public static string Of(ComparisonEnd end) => end switch
    {
        ComparisonEnd.Revoked => "Revoked",
        ComparisonEnd.InsideCopyGone => "No longer counts: the copy inside is gone or no longer inside",
        ComparisonEnd.OutsideCopyGone => "No longer counts: the copy outside is gone or no longer outside",
        ComparisonEnd.InsideCopyChanged => "No longer counts: the copy inside has changed since then",
        ComparisonEnd.OutsideCopyChanged => "No longer counts: the copy outside has changed since then",
        _ => "No longer counts: replaced by a later comparison of the same copies",
    };
}
