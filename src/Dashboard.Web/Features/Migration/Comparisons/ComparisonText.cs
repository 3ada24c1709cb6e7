using Dashboard.Core.Migration;
using Dashboard.Web.Controls.Marks;

namespace Dashboard.Web.Features.Migration.Comparisons;

/// <summary>The words for comparisons.</summary>
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

    /// <summary>What an inventory said of the copy's content.</summary>
    public static string Content(ComparedCopy copy) => string.Join(" · ", new[]
    {
        ByteText.Exact(copy.Bytes),
        copy.Records is { } records ? $"{records:N0} {(records == 1 ? "record" : "records")}" : "no record count",
        copy.Fingerprint is { } fingerprint ? $"fingerprint {fingerprint}" : "no fingerprint",
    });

    public static string Of(ComparisonEnd end) => end switch
    {
        ComparisonEnd.Revoked => "Revoked",
        ComparisonEnd.InsideCopyGone => "Counts no longer: the copy inside is gone, or no longer inside",
        ComparisonEnd.OutsideCopyGone => "Counts no longer: the copy outside is gone, or no longer outside",
        ComparisonEnd.InsideCopyChanged => "Counts no longer: the copy inside has changed since",
        ComparisonEnd.OutsideCopyChanged => "Counts no longer: the copy outside has changed since",
        _ => "Counts no longer: a later comparison of the same copies does",
    };
}
