using Dashboard.Web.Features.Deletions.WorkOrders;

namespace Dashboard.Web.Features.Api;

internal static class ApiFeature
{
    /// <summary>The framework's own name of the one document that there is.</summary>
    private const string Document = "v1";

    /// <summary>What executors' programs speak with.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddOpenApi(Document, ApiDescription.Configure);
        return services.AddScoped<ExecutorAccess>().AddScoped<WhoAmI>();
    }

    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi($"{ApiGroup.Root}/openapi.json").AllowAnonymous();
        var group = endpoints.MapApiGroup();
        group.MapGet("/executor", (HttpContext http, WhoAmI who) => who.HandleAsync(http.Executor(), http.RequestAborted))
            .WithName("executor").WithSummary("What your token is for")
            .WithDescription("The executor's name, the keys of its locations, and when the token expires.")
            .Produces<ExecutorAnswer>().ProducesProblem(StatusCodes.Status401Unauthorized);
        group.MapWorkOrders();
        // What the group does not know is a problem, and not a page.
        group.Map("/{**rest}", () => Results.Problem(ApiProblems.Of(StatusCodes.Status404NotFound))).ExcludeFromDescription();
    }
}
