using Dashboard.Core.Administration;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Features.Migration.Comparisons;
using Dashboard.Web.Features.Views;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Migration;

internal static class MigrationFeature
{
    public static IServiceCollection AddMigration(this IServiceCollection services) => services
        .AddScoped<DatasetAccess>()
        .AddScoped<ListWaves>()
        .AddScoped<GetWave>()
        .AddScoped<SaveWave>()
        .AddScoped<MoveDatasets>()
        .AddScoped<ListDatasets>()
        .AddScoped<GetDataset>()
        .AddScoped<ListDatasetCopies>()
        .AddScoped<ListDatasetHistory>()
        .AddScoped<ListComparisons>()
        .AddScoped<PrepareComparison>()
        .AddScoped<RecordComparison>()
        .AddScoped<RevokeComparison>()
        .AddSingleton(new ViewPage(DatasetFilter.ListPath, Permission.ViewDatasets, DatasetFilter.Keys))
        .AddSingleton(new NavItem(20, "Migration", "/migration", Glyphs.Migration, Permission.ViewWaves))
        .AddSingleton(new NavItem(21, "Datasets", "/migration/datasets", Glyphs.Table, Permission.ViewDatasets));
}
