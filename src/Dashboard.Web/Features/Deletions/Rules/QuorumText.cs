using Dashboard.Core;
using Dashboard.Core.Deletions;

namespace Dashboard.Web.Features.Deletions.Rules;

internal static class QuorumText
{
    /// <summary>The batches a rule applies to, as part of a sentence.</summary>
    public static string Of(string? classification, SanitizationMethod? method) => (classification, method) switch
    {
        (null, null) => "every batch",
        ({ } name, null) => $"batches with {name} data",
        (null, { } by) => $"batches using the method {Naming.Of(by)}",
        ({ } name, { } by) => $"batches with {name} data using the method {Naming.Of(by)}",
    };
}
