using Dashboard.Web.Features.Api;

namespace Dashboard.Web.Features.Deletions.WorkOrders;

/// <summary>Endpoints for executors.</summary>
internal static class WorkOrderEndpoints
{
    private const string EnvelopeType = "application/vnd.dsse.envelope.v1+json";

    public static void MapWorkOrders(this RouteGroupBuilder group)
    {
        group.MapGet("/work-orders", (HttpContext http, ListWorkOrders list) => list.HandleAsync(http.Executor(), http.RequestAborted))
            .WithName("list-work-orders").WithSummary("List the work orders that you may act on now")
            .WithDescription("Released work orders for your locations that have not lapsed, oldest first. A stopped work order is no longer listed.")
            .Produces<IReadOnlyList<WorkOrderRow>>().ProducesProblem(StatusCodes.Status401Unauthorized);
        group.MapGet("/work-orders/{id:long}", FetchAsync)
            .WithName("fetch-work-order").WithSummary("Fetch one signed work order")
            .WithDescription("A DSSE envelope whose payload lists each item to delete, with the method, the technique and the SHA-256 of the approved manifest. The first fetch hands out the order and is recorded. Fetch it again right before you act: items placed on hold since then are no longer listed.")
            .Produces(StatusCodes.Status200OK, contentType: EnvelopeType)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        group.MapPost("/work-orders/{id:long}/reports", ReportAsync)
            .WithName("report").WithSummary("Report on items of a work order")
            .WithDescription("A report is accepted in full or not at all. Sending the same reportId with the same body again changes nothing; with a different body it is refused. If two reports cover the same item, the one performed later counts.")
            .Accepts<ReportBody>("application/json").Produces<ReportReceipt>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> FetchAsync(HttpContext http, long id, HandOutWorkOrder orders)
    {
        var envelope = await orders.HandleAsync(http.Executor(), id, http.RequestAborted);
        return envelope.Refusal is { } refusal ? ApiProblems.Of(refusal) : Results.Bytes(envelope.Value, EnvelopeType);
    }

    private static async Task<IResult> ReportAsync(HttpContext http, long id, ReceiveReport reports)
    {
        byte[] body;
        try
        {
            using var bytes = new MemoryStream();
            await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
            body = bytes.ToArray();
        }
        catch (BadHttpRequestException unfit) when (unfit.StatusCode is StatusCodes.Status413PayloadTooLarge)
        {
            return Results.Problem(ApiProblems.Of(StatusCodes.Status413PayloadTooLarge));
        }

        var receipt = await reports.HandleAsync(http.Executor(), id, body, http.RequestAborted);
        return receipt.Refusal is { } refusal ? ApiProblems.Of(refusal) : Results.Ok(receipt.Value);
    }
}
