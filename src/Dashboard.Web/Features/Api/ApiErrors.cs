using Dashboard.Core;

namespace Dashboard.Web.Features.Api;

/// <summary>The request is not authenticated.</summary>
internal abstract record Unauthenticated(string Message) : Refusal(Message);

internal sealed record TokenMissing() : Unauthenticated("Send your token: Authorization: Bearer drx_…");

internal sealed record TokenUnknown() : Unauthenticated("This token is not known. Check that you copied all of it, or ask the oversight unit's administrator for a new one.");

internal sealed record TokenExpired() : Unauthenticated("This token has expired. Ask the oversight unit's administrator for a new one.");

internal sealed record TokenIsForASource() : Refusal("This token belongs to a source and can only push its reports. Use the executor's own token.");

internal sealed record TokenIsForAnExecutor() : Refusal("This token belongs to an executor. A source needs its own token, because an executor must not bring the proof of its own deletions.");

internal sealed record TokenRevoked() : Unauthenticated("This token was revoked. Ask the oversight unit's administrator why.");
