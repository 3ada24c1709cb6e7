using Dashboard.Core;
using Dashboard.Core.Deletions;

namespace Dashboard.Web.Features.Deletions.Rules;

internal static class QuorumText
{
    /// <summary>Which batches a rule is for, as a sentence goes on.</summary>
    public static string Of(string? classification, SanitizationMethod? method) => (classification, method) switch
    {
        (null, null) => "every batch",
        ({ } name, null) => $"batches with {name} data",
        (null, { } by) => $"batches by the method {Naming.Of(by)}",
        ({ } name, { } by) => $"batches with {name} data by the method {Naming.Of(by)}",
    };
}
