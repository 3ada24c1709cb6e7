using Dashboard.Web.Features.Imports.Push;
using Dashboard.Web.Features.Deletions.WorkOrders;

namespace Dashboard.Web.Features.Api;

internal static class ApiFeature
{
    /// <summary>The framework's default name for the only document.</summary>
    private const string Document = "v1";

    /// <summary>Adds the API that the programs of executors and sources use.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddOpenApi(Document, ApiDescription.Configure);
        return services.AddScoped<ApiTokenAccess>().AddScoped<WhoAmI>();
    }

    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi($"{ApiGroup.Root}/openapi.json").AllowAnonymous();
        var group = endpoints.MapApiGroup();
        var executors = group.ForExecutors();
        executors.MapGet("/executor", (HttpContext http, WhoAmI who) => who.HandleAsync(http.Executor(), http.RequestAborted))
            .WithName("executor").WithSummary("What your token gives access to")
            .WithDescription("The executor's name, the keys of its locations, and when the token expires.")
            .Produces<ExecutorAnswer>().ProducesProblem(StatusCodes.Status401Unauthorized);
        executors.MapWorkOrders();
        group.ForSources().MapPushedImports();
        // An unknown URL in the group returns problem details, not a page.
        group.Map("/{**rest}", () => Results.Problem(ApiProblems.Of(StatusCodes.Status404NotFound))).ExcludeFromDescription();
    }
}
