using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Security;

/// <summary>
/// Sets the security headers of every response, including errors and redirects. The nonce of the request is in <c>HttpContext.Items</c> under
/// <see cref="NonceKey"/>, for the import map.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<IdentitySettings> identity, IHostEnvironment environment)
{
    public const string NonceKey = "csp-nonce";

    /// <summary>Sign-out is a form post that redirects to the provider; browsers apply form-action to the redirect too.</summary>
    private readonly string formTargets =
        Uri.TryCreate(identity.Value.Authority, UriKind.Absolute, out var provider) ? $"'self' {provider.GetLeftPart(UriPartial.Authority)}" : "'self'";

    /// <summary><c>dotnet watch</c> tells open pages to reload through a socket of its own, whose addresses it puts into this variable.</summary>
    private readonly string connectTargets =
        environment.IsDevelopment() && Environment.GetEnvironmentVariable("ASPNETCORE_AUTO_RELOAD_WS_ENDPOINT") is { Length: > 0 } sockets
            ? $"'self' {sockets.Replace(',', ' ')}"
            : "'self'";

    public Task InvokeAsync(HttpContext http)
    {
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        http.Items[NonceKey] = nonce;

        // At the last moment, because error handling clears the headers of an unfinished response.
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = ContentSecurityPolicy(nonce);
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";
            return Task.CompletedTask;
        });
        return next(http);
    }

    private string ContentSecurityPolicy(string nonce) => string.Join("; ",
        "default-src 'none'",
        $"script-src 'self' 'nonce-{nonce}'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        $"connect-src {connectTargets}",
        "base-uri 'self'",
        $"form-action {formTargets}",
        "frame-ancestors 'none'");
}
