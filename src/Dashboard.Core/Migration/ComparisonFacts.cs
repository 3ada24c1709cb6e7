namespace Dashboard.Core.Migration;

/// <summary>
/// What a person states about a comparison: the method, the result, the time, who or what compared, and where the evidence is.
/// </summary>
/// <param name="SampleSize">Rows or objects compared; only for a sample.</param>
/// <param name="Mismatches">How many of them differed; only for a sample.</param>
/// <param name="ComparedBy">The tool or person that compared.</param>
/// <param name="EvidenceLink">An http or https URL; may be null if there is a hash.</param>
/// <param name="EvidenceSha256">SHA-256 of the report file, in hexadecimal; may be null if there is a link.</param>
public sealed record ComparisonFacts(
    ComparisonMethod Method, long? SampleSize, long? Mismatches, ComparisonResult Result, DateTimeOffset ComparedAt, string ComparedBy,
    string? EvidenceLink, string? EvidenceSha256, string Note)
{
    /// <summary>The same facts, trimmed and with empty texts as null, or why they are invalid.</summary>
    public Result<ComparisonFacts> Checked(DateTimeOffset now)
    {
        var facts = this with
        {
            ComparedBy = ComparedBy.Trim(),
            EvidenceLink = Text(EvidenceLink),
            EvidenceSha256 = Text(EvidenceSha256)?.ToLowerInvariant(),
            Note = Note.Trim(),
            SampleSize = Method is ComparisonMethod.Sampled ? SampleSize : null,
            Mismatches = Method is ComparisonMethod.Sampled ? Mismatches : null,
        };
        return facts.Problem(now) is { } problem ? problem : facts;
    }

    private Refusal? Problem(DateTimeOffset now)
    {
        if (Method is ComparisonMethod.Sampled && !(SampleSize >= 1 && Mismatches >= 0 && Mismatches <= SampleSize))
            return new SampleInvalid();
        if (Result is ComparisonResult.Equal && Mismatches > 0)
            return new SampleContradictsResult(Mismatches.Value);
        if (ComparedAt > now)
            return new ComparedInTheFuture();
        if (ComparedBy.Length is 0 or > 200)
            return new ComparerInvalid();
        if (EvidenceLink is null && EvidenceSha256 is null)
            return new ComparisonWithoutEvidence();
        if (EvidenceLink is { } link && !IsWebAddress(link))
            return new EvidenceLinkInvalid();
        if (EvidenceSha256 is { } hash && (hash.Length != 64 || !hash.All(char.IsAsciiHexDigit)))
            return new EvidenceHashInvalid();
        return Note.Length > 1000 ? new TextTooLong("The note", 1000) : null;
    }

    /// <summary>Allows only http and https, so that no other kind of link, such as a script, reaches a page.</summary>
    private static bool IsWebAddress(string link) =>
        link.Length <= 500 && Uri.TryCreate(link, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
