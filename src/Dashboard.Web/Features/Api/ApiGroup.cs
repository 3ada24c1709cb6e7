using Dashboard.Core.Administration;
using Dashboard.Core;
using System.Threading.RateLimiting;
using Dashboard.Core.Deletions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Dashboard.Web.Features.Api;

/// <summary>The API of executors and sources: one group of URLs that accepts tokens but no cookies and returns every error as problem details.</summary>
internal static class ApiGroup
{
    public const string Root = "/api/v1";

    /// <summary>The largest request body, in bytes.</summary>
    public const long LargestBody = 16_000_000;

    private const string TokenItem = "token";

    /// <summary>The caller's token; always set behind the group's filter.</summary>
    public static ApiToken Token(this HttpContext http) => (ApiToken)http.Items[TokenItem]!;

    /// <summary>The caller, behind <see cref="ForExecutors"/>.</summary>
    public static Executor Executor(this HttpContext http) =>
        new(http.Token().Id, http.Token().Name, http.Token().Locations.Select(location => location.LocationId).ToHashSet());

    /// <summary>The part of the group that only executors may call: a source's token is refused.</summary>
    public static RouteGroupBuilder ForExecutors(this RouteGroupBuilder group) => group.Only(token => token.SourceId is null, new TokenIsForASource());

    /// <summary>The part of the group that only sources may call: an executor's token is refused.</summary>
    public static RouteGroupBuilder ForSources(this RouteGroupBuilder group) => group.Only(token => token.SourceId is not null, new TokenIsForAnExecutor());

    private static RouteGroupBuilder Only(this RouteGroupBuilder group, Func<ApiToken, bool> isAllowed, Refusal refusal)
    {
        var part = group.MapGroup("");
        part.AddEndpointFilter(async (invocation, next) => isAllowed(invocation.HttpContext.Token()) ? await next(invocation) : ApiProblems.Of(refusal));
        return part;
    }

    public static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments(Root);

    public static RouteGroupBuilder MapApiGroup(this IEndpointRouteBuilder endpoints)
    {
        var limit = new TokenFailures();
        var group = endpoints.MapGroup(Root).AllowAnonymous().DisableAntiforgery();
        group.AddEndpointFilter(async (invocation, next) =>
        {
            var http = invocation.HttpContext;
            // Programs get problem details, not error pages.
            if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
                pages.Enabled = false;
            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
                size.MaxRequestBodySize = LargestBody;
            var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
            if (limit.IsExhausted(address))
                return Results.Problem(ApiProblems.Of(StatusCodes.Status429TooManyRequests));
            var token = await http.RequestServices.GetRequiredService<ApiTokenAccess>().RequireAsync(http.Request, http.RequestAborted);
            if (token.Refusal is { } refusal)
            {
                limit.Note(address);
                return ApiProblems.Of(refusal);
            }

            http.Items[TokenItem] = token.Value;
            return await next(invocation);
        });
        return group;
    }

    /// <summary>Limits the wrong tokens per network address and minute, to stop guessing.</summary>
    private sealed class TokenFailures
    {
        private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
            RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = 30, Window = TimeSpan.FromMinutes(1) }));

        public bool IsExhausted(string address)
        {
            using var lease = limiter.AttemptAcquire(address, permitCount: 0);
            return !lease.IsAcquired;
        }

        public void Note(string address) => limiter.AttemptAcquire(address).Dispose();
    }
}
