using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Dashboard.Web.Startup;

internal static class RequestLimits
{
    /// <summary>Forms are small; an endpoint that takes files raises the limit for itself.</summary>
    private const long BodyBytes = 1_000_000;

    public static void Configure(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = BodyBytes;
    }
}
