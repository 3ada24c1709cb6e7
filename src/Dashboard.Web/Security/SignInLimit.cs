using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Security;

/// <summary>
/// Limits sign-ins per network address. Each costs a round trip to the provider and a database write, for someone who is not
/// authenticated yet.
/// </summary>
internal static class SignInLimit
{
    private static readonly string[] Limited = [SignInEndpoints.SignInPath, SignInEndpoints.AgainPath, SignInEndpoints.SignOutPath, "/signin-oidc"];

    public static void AddSignInLimit(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<IdentitySettings>>((options, identity) =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => Limited.Contains(http.Request.Path.Value)
                ? RateLimitPartition.GetSlidingWindowLimiter(
                    http.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
                    _ => PerMinute(identity.Value.SignInRequestsPerMinute))
                : RateLimitPartition.GetNoLimiter(string.Empty));
        });
    }

    private static SlidingWindowRateLimiterOptions PerMinute(int requests) => new()
    {
        PermitLimit = requests,
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = 6,
    };
}
