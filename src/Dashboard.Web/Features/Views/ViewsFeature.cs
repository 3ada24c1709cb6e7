namespace Dashboard.Web.Features.Views;

internal static class ViewsFeature
{
    /// <summary>Each member's saved views. Each feature registers the pages that have them.</summary>
    public static IServiceCollection AddViews(this IServiceCollection services) => services
        .AddSingleton<ViewPages>()
        .AddScoped<ListViews>()
        .AddScoped<SaveView>()
        .AddScoped<RemoveView>();
}
