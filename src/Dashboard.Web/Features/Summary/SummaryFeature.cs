using Dashboard.Core.Administration;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Summary;

internal static class SummaryFeature
{
    public static IServiceCollection AddSummary(this IServiceCollection services) => services
        .AddScoped<GetSummary>()
        .AddSingleton(new NavItem(10, "Summary", "/summary", Glyphs.Summary, Permission.ViewSummary));
}
