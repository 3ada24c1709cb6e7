using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Dashboard.Core.Ledger;

namespace Dashboard.Core.Administration;

/// <summary>Whether a token is valid now.</summary>
public enum ApiTokenState
{
    Active,

    /// <summary>Active, and expires within two weeks.</summary>
    Expiring,
    Expired,
    Revoked,
}

/// <summary>
/// Lets an executor fetch the work orders of certain locations and report on them, or lets one source push its reports; never both. The secret
/// is shown once and stored only as its SHA-256. It has 256 random bits, so a slower hash is not needed.
/// </summary>
public sealed class ApiToken : IVersioned, ILedgered
{
    public const int LongestName = 120;
    public const int MostDays = 366;

    /// <summary>Prefix of every token, so that scanners for leaked secrets can find it.</summary>
    private const string Prefix = "drx_";

    private const int SecretBytes = 32;

    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    private readonly List<ApiTokenLocation> locations = [];

    private ApiToken()
    {
    }

    public long Id { get; private set; }

    /// <summary>The executor or exporter: an organization or a system.</summary>
    public string Name { get; private set; } = "";

    /// <summary>SHA-256 of the secret.</summary>
    public byte[] SecretSha256 { get; private set; } = [];

    public IReadOnlyList<ApiTokenLocation> Locations => locations;

    /// <summary>The source whose reports it pushes; null for an executor's token.</summary>
    public long? SourceId { get; private set; }

    public string IssuedBy { get; private set; } = "";

    public DateTimeOffset IssuedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>To the minute; null until it is first used.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevokedBy { get; private set; }

    public string? RevocationReason { get; private set; }

    public long Version { get; private set; }

    /// <param name="secret">Show it once, in the form that <see cref="Written"/> gives it, and do not store it.</param>
    /// <param name="sourceId">The source that it belongs to; then it has no locations.</param>
    public static Result<ApiToken> Issue(
        string name, IReadOnlyCollection<long> locationIds, long? sourceId, DateTimeOffset expiresAt, Member by, DateTimeOffset now, out byte[] secret)
    {
        secret = RandomNumberGenerator.GetBytes(SecretBytes);
        name = name.Trim();
        if (name.Length is 0 or > LongestName)
            return new TokenNameInvalid();
        if (locationIds.Count == 0 && sourceId is null)
            return new TokenNeedsLocation();
        if (locationIds.Count > 0 && sourceId is not null)
            return new TokenForBoth();
        if (expiresAt <= now || expiresAt > now.AddDays(MostDays))
            return new TokenExpiryInvalid();
        var token = new ApiToken
        {
            Name = name,
            SourceId = sourceId,
            SecretSha256 = SHA256.HashData(secret),
            IssuedBy = by.Name,
            IssuedAt = now,
            ExpiresAt = expiresAt,
        };
        token.locations.AddRange(locationIds.Distinct().Order().Select(id => new ApiTokenLocation(id)));
        return token;
    }

    /// <summary>The token as its executor sends it. Call it only after the token has its ID.</summary>
    public string Written(byte[] secret) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Id}_{Base64Url.EncodeToString(secret)}");

    /// <summary>Reads what an executor sent; null if it is not a token.</summary>
    public static (long Id, byte[] Secret)? Read(string written)
    {
        if (written.Length > 100 || !written.StartsWith(Prefix, StringComparison.Ordinal) || written.IndexOf('_', Prefix.Length) is not (> 0 and var middle))
            return null;
        if (!long.TryParse(written.AsSpan(Prefix.Length, middle - Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        var encoded = written.AsSpan(middle + 1);
        return Base64Url.IsValid(encoded, out var length) && length == SecretBytes ? (id, Base64Url.DecodeFromChars(encoded)) : null;
    }

    /// <summary>Whether this is its secret. A wrong secret takes the same time.</summary>
    public bool Matches(byte[] secret) => CryptographicOperations.FixedTimeEquals(SHA256.HashData(secret), SecretSha256);

    public ApiTokenState StateAt(DateTimeOffset now) =>
        RevokedAt is not null ? ApiTokenState.Revoked
        : now >= ExpiresAt ? ApiTokenState.Expired
        : ExpiresAt - now <= Soon ? ApiTokenState.Expiring
        : ApiTokenState.Active;

    public Result Revoke(Member by, string reason, DateTimeOffset now)
    {
        if (RevokedAt is not null)
            return new TokenAlreadyRevoked(Name);
        if (string.IsNullOrWhiteSpace(reason))
            return new TokenRevocationNeedsReason();
        if (reason.Trim().Length > 1000)
            return new TextTooLong("The reason", 1000);
        (RevokedAt, RevokedBy, RevocationReason) = (now, by.Name, reason.Trim());
        return Result.Done;
    }
}

/// <summary>A location that a token covers.</summary>
public sealed class ApiTokenLocation(long locationId)
{
    public long TokenId { get; private set; }

    public long LocationId { get; private set; } = locationId;
}
