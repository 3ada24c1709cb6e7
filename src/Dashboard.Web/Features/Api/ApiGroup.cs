using System.Threading.RateLimiting;
using Dashboard.Core.Deletions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Dashboard.Web.Features.Api;

/// <summary>The executors' API: one group of URLs that accepts tokens but no cookies and returns every error as problem details.</summary>
internal static class ApiGroup
{
    public const string Root = "/api/v1";

    /// <summary>The largest request body, in bytes.</summary>
    public const long LargestBody = 16_000_000;

    private const string ExecutorItem = "executor";

    /// <summary>The caller; always set behind the group's filter.</summary>
    public static Executor Executor(this HttpContext http) => (Executor)http.Items[ExecutorItem]!;

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
            var executor = await http.RequestServices.GetRequiredService<ExecutorAccess>().RequireAsync(http.Request, http.RequestAborted);
            if (executor.Refusal is { } refusal)
            {
                limit.Note(address);
                return ApiProblems.Of(refusal);
            }

            http.Items[ExecutorItem] = executor.Value;
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
