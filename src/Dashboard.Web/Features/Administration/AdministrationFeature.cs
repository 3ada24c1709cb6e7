using Dashboard.Core.Administration;
using Dashboard.Web.Controls;
using Dashboard.Web.Features.Administration.Members;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Administration;

internal static class AdministrationFeature
{
    public static IServiceCollection AddAdministration(this IServiceCollection services) => services
        .AddScoped<ListMembers>()
        .AddScoped<SuspendMember>()
        .AddScoped<ReinstateMember>()
        .AddSingleton(new NavItem(90, "Members", "/administration/members", Glyphs.People, Permission.ViewMembers));
}
