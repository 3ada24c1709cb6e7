using Dashboard.Core.Administration;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Features.Ledger.Checkpoints;
using Dashboard.Web.Features.Ledger.Entries;
using Dashboard.Web.Features.Ledger.Journal;
using Dashboard.Web.Features.Ledger.Signing;
using Dashboard.Web.Features.Ledger.Watch;
using Dashboard.Web.Features.Ledger.Witnesses;
using Dashboard.Web.Features.Views;
using Dashboard.Web.Jobs;
using Dashboard.Web.Settings;
using Dashboard.Web.Shell;
using Dashboard.Web.Startup;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Ledger;

internal static class LedgerFeature
{
    /// <summary>Adds the ledger: signing, checkpoints, self-check, witnesses and pages.</summary>
    public static IServiceCollection AddLedger(this IServiceCollection services)
    {
        services.AddSettings<LedgerSettings>();
        services.AddSingleton<LedgerKeyFiles>();
        services.AddSingleton<IValidateOptions<LedgerSettings>>(provider => provider.GetRequiredService<LedgerKeyFiles>());
        services.AddSingleton(provider => provider.GetRequiredService<LedgerKeyFiles>().Read(provider.GetRequiredService<IOptions<LedgerSettings>>().Value));
        services.AddSingleton(provider => new KeptCheckpoint(Path.Combine(FolderOf(provider), "ledger-checkpoint.txt")));
        services.AddSingleton<LedgerSigner>();
        services.AddSingleton<IStartStep, LedgerStart>();
        services.AddHostedService<CheckpointJob>();

        services.AddSingleton<LedgerCondition>();
        services.AddSingleton<LedgerCheckJob>();
        services.AddHostedService(provider => provider.GetRequiredService<LedgerCheckJob>());
        services.AddHealthChecks().AddCheck<LedgerHealth>("ledger", tags: [HealthSetup.Ledger]);
        services.AddScoped<ListAlarms>();
        services.AddScoped<AcknowledgeAlarm>();
        services.AddHttpClient<WitnessClient>(http =>
        {
            http.Timeout = TimeSpan.FromSeconds(10);
            http.MaxResponseContentBufferSize = 64 * 1024;
        });
        services.AddHostedService<WitnessJob>();
        services.AddScoped<ListWitnesses>();
        services.AddSingleton(new BannerPart(10, typeof(AlarmBanner), Permission.ViewLedger));
        return services.AddLedgerPages();
    }

    /// <summary>Handlers of the pages and downloads.</summary>
    public static IServiceCollection AddLedgerPages(this IServiceCollection services) => services
        .AddScoped<LedgerAccess>()
        .AddScoped<ListEntries>()
        .AddScoped<GetEntry>()
        .AddScoped<OpenEntry>()
        .AddScoped<ProveEntry>()
        .AddScoped<GetLedgerState>()
        .AddScoped<ListCheckpoints>()
        .AddScoped<OpenCheckpoint>()
        .AddScoped<ProveGrowth>()
        .AddScoped<ExportLedger>()
        .AddScoped<OpenJournal>()
        .AddSingleton(new ViewPage(EntryFilter.Page, Permission.ViewBatchEntries, EntryFilter.Keys))
        .AddSingleton(new NavItem(55, "Ledger", EntryFilter.Page, Glyphs.Ledger, Permission.ViewBatchEntries))
        .AddSingleton(new FooterPart(20, typeof(LedgerFooter), Permission.ViewBatchEntries));

    private static string FolderOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<StorageSettings>>().Value.FolderIn(provider.GetRequiredService<IHostEnvironment>());
}
