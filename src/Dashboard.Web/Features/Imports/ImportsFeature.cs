using Dashboard.Core.Administration;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Features.Imports.Inbox;
using Dashboard.Web.Features.Imports.List;
using Dashboard.Web.Features.Imports.Review;
using Dashboard.Web.Features.Imports.Run;
using Dashboard.Web.Features.Imports.Upload;
using Dashboard.Web.Features.Views;
using Dashboard.Web.Jobs;
using Dashboard.Web.Settings;
using Dashboard.Web.Shell;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Imports;

internal static class ImportsFeature
{
    /// <summary>Registers uploads, the inbox, the import worker and the pages.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services)
    {
        services.AddSettings<ImportSettings>();
        services.AddSingleton(provider => new ImportStore(Path.Combine(FolderOf(provider), "uploads")));
        services.AddSingleton<ImportQueue>();
        services.AddSingleton<RunningImports>();
        services.AddSingleton<ImportRunner>();
        services.AddHostedService<ImportWorker>();

        services.AddSingleton<ImportIntake>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<InboxFolder>(provider, Path.Combine(FolderOf(provider), "inbox")));
        services.AddHostedService<InboxJob>();
        services.AddHostedService<AbandonedUploadsJob>();

        services.AddScoped<ReceiveImport>();
        services.AddScoped<ConfirmImport>();
        services.AddScoped<CancelImport>();
        services.AddScoped<ListImports>();
        services.AddScoped<GetImport>();
        services.AddScoped<ListRejections>();
        services.AddScoped<ListImportChanges>();
        services.AddScoped<ExportRejections>();
        services.AddScoped<OpenImportFile>();
        services.AddScoped<PrepareImport>();
        services.AddSingleton(new ViewPage("/imports", Permission.ViewImports, ["source", "state"]));
        services.AddSingleton(new NavItem(60, "Imports", "/imports", Glyphs.Imports, Permission.ViewImports));
        return services;
    }

    private static string FolderOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<StorageSettings>>().Value.FolderIn(provider.GetRequiredService<IHostEnvironment>());
}
