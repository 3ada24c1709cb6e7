using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Dashboard.Web.Startup;

/// <summary>
/// Compresses pages: tables and charts repeat themselves, so a page shrinks to an eighth. Compressing secrets next to text that an attacker
/// chooses can reveal them (BREACH). It is safe here because no secret stays the same from one response to the next: antiforgery tokens, component
/// descriptors and component state are encrypted differently in each response, and the script nonce is random. The session is in a cookie
/// (SameSite=Lax), which is not in the page, and another site cannot read or size our responses.
/// </summary>
internal static class PageCompression
{
    public static IServiceCollection AddPageCompression(this IServiceCollection services)
    {
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        return services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "application/json", "application/problem+json"];
        });
    }
}
