namespace Dashboard.Web.Features.Views;

internal static class ViewsFeature
{
    /// <summary>What each member keeps of the lists; which pages take part, their own features say.</summary>
    public static IServiceCollection AddViews(this IServiceCollection services) => services
        .AddSingleton<ViewPages>()
        .AddScoped<ListViews>()
        .AddScoped<SaveView>()
        .AddScoped<RemoveView>();
}
