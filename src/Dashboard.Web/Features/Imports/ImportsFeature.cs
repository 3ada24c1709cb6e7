using Dashboard.Web.Features.Imports.Pipeline;
using Dashboard.Web.Startup;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Imports;

internal static class ImportsFeature
{
    /// <summary>Everything that brings the outside world's files in.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddSingleton(provider => new ImportStore(Path.Combine(FolderOf(provider), "uploads")));
        services.AddSingleton<ImportQueue>();
        services.AddSingleton<RunningImports>();
        services.AddSingleton<ImportRunner>();
        services.AddHostedService<ImportWorker>();
        return services;
    }

    private static string FolderOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<StorageSettings>>().Value.FolderIn(provider.GetRequiredService<IHostEnvironment>());
}
