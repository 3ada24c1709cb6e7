using Dashboard.Benchmarks.Circuits.Template;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dashboard.Benchmarks.Circuits;

/// <summary>The counter page of the SDK's Blazor template, on a free port: the least that an interactive page costs.</summary>
internal sealed class TemplateSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private TemplateSite(WebApplication app) => this.app = app;

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<TemplateSite> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        var built = builder.Build();
        built.UseAntiforgery();
        built.MapRazorComponents<TemplateApp>().AddInteractiveServerRenderMode();
        await built.StartAsync(cancellationToken);
        return new(built);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
