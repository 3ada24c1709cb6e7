using Dashboard.Core.Administration;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Features.Administration.Boundary;
using Dashboard.Web.Features.Administration.Classifications;
using Dashboard.Web.Features.Administration.Locations;
using Dashboard.Web.Features.Administration.Members;
using Dashboard.Web.Features.Administration.Tokens;
using Dashboard.Web.Features.Views;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Administration;

internal static class AdministrationFeature
{
    public static IServiceCollection AddAdministration(this IServiceCollection services) => services
        .AddScoped<GetBoundary>()
        .AddScoped<AddRules>()
        .AddScoped<EndRule>()
        .AddScoped<WithdrawRule>()
        .AddScoped<ListLocations>()
        .AddScoped<GetLocation>()
        .AddScoped<DescribeLocation>()
        .AddScoped<ListClassifications>()
        .AddScoped<SaveClassification>()
        .AddScoped<ListMembers>()
        .AddScoped<ExportMembers>()
        .AddScoped<SuspendMember>()
        .AddScoped<ReinstateMember>()
        .AddScoped<ListApiTokens>()
        .AddScoped<IssueApiToken>()
        .AddScoped<RevokeApiToken>()
        .AddSingleton(new ViewPage(MemberFilter.ListPath, Permission.ViewMembers, MemberFilter.Keys))
        .AddSingleton(new NavItem(
            80, "Boundary", "/administration/boundary", Glyphs.Boundary, Permission.ViewBoundary, "/administration/locations", "/administration/classifications"))
        .AddSingleton(new NavItem(90, "Members", "/administration/members", Glyphs.People, Permission.ViewMembers))
        .AddSingleton(new NavItem(95, "API tokens", "/administration/tokens", Glyphs.Key, Permission.ViewApiTokens, "/api"));
}
