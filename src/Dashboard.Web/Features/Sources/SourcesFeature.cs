using Dashboard.Core.Administration;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Sources;

internal static class SourcesFeature
{
    public static IServiceCollection AddSources(this IServiceCollection services) => services
        .AddScoped<ListSources>()
        .AddScoped<GetSource>()
        .AddScoped<PrepareSource>()
        .AddScoped<CreateSource>()
        .AddScoped<ReviseSource>()
        .AddScoped<AddMappingRule>()
        .AddScoped<RemoveMappingRule>()
        .AddSingleton(new NavItem(61, "Sources", "/sources", Glyphs.Sources, Permission.ViewSources))
        .AddSingleton(new FooterPart(10, typeof(SourcesFooter), Permission.ViewSources));
}
