using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Dashboard.Web.Features.Api;

/// <summary>The OpenAPI description of the executors' API.</summary>
internal static class ApiDescription
{
    private const string Scheme = "token";

    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith(ApiGroup.Root.TrimStart('/'), StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Executors' API",
                Version = "1",
                Description = "Fetch the signed work orders of your locations, and report on each item. Errors are problem details (RFC 9457).",
            };
            // Relative, because only the reader knows the dashboard's public URL.
            document.Servers = [new() { Url = "/" }];
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
            document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "An API token issued by an administrator of the oversight unit: drx_…",
            };
            document.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
            return Task.CompletedTask;
        });
    }
}
