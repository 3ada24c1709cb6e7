using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Web.Features.Api;
using Dashboard.Web.Features.Imports.Run;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Imports.Push;

/// <summary>What a source gets back for a report.</summary>
/// <param name="Id">The import's number.</param>
/// <param name="State">Its state, for example <c>AwaitingConfirmation</c> while it waits for a person.</param>
/// <param name="Reason">Why it was refused or waits; null if it does not.</param>
internal sealed record PushedImportAnswer(
    long Id, string State, string? Reason, long Rows, long Rejected, long Vanished, long VerifiedAbsent, long ReportedButUnproved, IReadOnlyList<string> Notes);

/// <summary>
/// The endpoints for sources. Only what a source pushes itself, with its own token, proves absence without people: no one could choose what is
/// in it.
/// </summary>
internal static class PushedImports
{
    private const string RowsHeader = "Inventory-Rows";
    private const string Sha256Header = "Inventory-Sha256";
    private const string AsOfHeader = "Inventory-As-Of";
    private const string ScopeHeader = "Inventory-Scope";
    private const string NameHeader = "Inventory-File-Name";
    private const string KeyHeader = "Idempotency-Key";

    public static void MapPushedImports(this RouteGroupBuilder group)
    {
        group.MapPost("/sources/{key}/imports", PushAsync)
            .WithName("push-import").WithSummary("Push a report of your source")
            .WithDescription(
                $"The body is the file, also gzipped. {RowsHeader} (number of rows) and {Sha256Header} (hex, of the body as sent) show that it is whole; without them it does not prove that anything is gone. "
                + $"{AsOfHeader}: the time that it describes (RFC 3339), now if absent. {ScopeHeader}: complete or partial, as the source is set up if absent. {KeyHeader}: sending the same key and body again changes nothing.")
            .Produces<PushedImportAnswer>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        group.MapGet("/sources/{key}/imports/{id:long}", StateAsync)
            .WithName("import").WithSummary("See what became of a report")
            .Produces<PushedImportAnswer>().ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> PushAsync(
        HttpContext http, string key, ImportIntake intake, IDbContextFactory<DashboardContext> contexts, IOptions<ImportSettings> settings, TimeProvider clock)
    {
        if (http.Request.ContentLength > settings.Value.MaxBytes)
            return ApiProblems.Of(new ImportTooLarge(settings.Value.MaxBytes));
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = settings.Value.MaxBytes;
        var source = await SourceAsync(http, key, contexts);
        if (source.Refusal is { } refusal)
            return ApiProblems.Of(refusal);
        var stated = Stated(http, source.Value, clock.GetUtcNow());
        if (stated.Refusal is { } invalid)
            return ApiProblems.Of(invalid);
        try
        {
            var received = await intake.ReceiveAsync(stated.Value, Body(http, key), http.RequestAborted);
            return received.Refusal is { } refused
                ? ApiProblems.Of(refused)
                : Results.Accepted($"{ApiGroup.Root}/sources/{key}/imports/{received.Value}", await AnswerAsync(contexts, source.Value, received.Value, http.RequestAborted));
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ApiProblems.Of(new ImportTooLarge(settings.Value.MaxBytes));
        }
    }

    private static async Task<IResult> StateAsync(HttpContext http, string key, long id, IDbContextFactory<DashboardContext> contexts)
    {
        var source = await SourceAsync(http, key, contexts);
        if (source.Refusal is { } refusal)
            return ApiProblems.Of(refusal);
        return await AnswerAsync(contexts, source.Value, id, http.RequestAborted) is { } answer ? Results.Ok(answer) : ApiProblems.Of(new ImportNotFound());
    }

    /// <summary>The source with this key, if the caller's token belongs to it.</summary>
    private static async Task<Result<Source>> SourceAsync(HttpContext http, string key, IDbContextFactory<DashboardContext> contexts)
    {
        await using var context = await contexts.CreateDbContextAsync(http.RequestAborted);
        var own = http.Token().SourceId;
        var source = await context.Sources.AsNoTracking().SingleAsync(source => source.Id == own, http.RequestAborted);
        return source.Key == key ? source : new TokenIsForAnotherSource(source.Key);
    }

    private static Result<IncomingImport> Stated(HttpContext http, Source source, DateTimeOffset now)
    {
        var headers = http.Request.Headers;
        long? rows = null;
        if (Value(RowsHeader) is { } rowsText)
        {
            if (!long.TryParse(rowsText, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                return new HeaderInvalid(RowsHeader, "a whole number of rows");
            rows = number;
        }

        var hash = Value(Sha256Header)?.ToLowerInvariant();
        if (hash is not null && (hash.Length != 64 || !hash.All(char.IsAsciiHexDigit)))
            return new HeaderInvalid(Sha256Header, "a SHA-256 in hexadecimal");
        DateTimeOffset? asOf = null;
        if (Value(AsOfHeader) is { } asOfText)
        {
            if (!DateTimeOffset.TryParse(asOfText, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) || moment > now)
                return new HeaderInvalid(AsOfHeader, "a time (RFC 3339) that is not in the future");
            asOf = moment.ToUniversalTime();
        }

        var scope = Value(ScopeHeader)?.ToLowerInvariant();
        if (scope is not (null or "complete" or "partial"))
            return new HeaderInvalid(ScopeHeader, "complete or partial");
        var key = Value(KeyHeader);
        if (key?.Length > ImportOrigin.MaxKeyLength)
            return new HeaderInvalid(KeyHeader, $"at most {ImportOrigin.MaxKeyLength} characters");
        var token = http.Token();
        return new IncomingImport(
            source, scope is null ? source.IsComplete : scope == "complete", asOf, null,
            new(token.Name, new(TokenId: token.Id, StatedRows: rows, StatedSha256: hash, IdempotencyKey: key)));

        string? Value(string name) => headers[name].ToString().Trim() is { Length: > 0 } text ? text : null;
    }

    private static async IAsyncEnumerable<IncomingFile> Body(HttpContext http, string key)
    {
        await Task.CompletedTask;
        var name = http.Request.Headers[NameHeader].ToString();
        yield return new(name.Length > 0 ? name : key, http.Request.Body);
    }

    private static async Task<PushedImportAnswer?> AnswerAsync(
        IDbContextFactory<DashboardContext> contexts, Source source, long id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var import = await context.Imports.AsNoTracking().SingleOrDefaultAsync(import => import.Id == id && import.SourceId == source.Id, cancellationToken);
        return import is null ? null : new(
            import.Id, import.State.ToString(), import.Refusal ?? import.WaitsBecause, import.Counts.Rows, import.Counts.Rejected, import.Counts.Vanished,
            import.Counts.VerifiedAbsent, import.Counts.Unproved, import.Notes);
    }
}

internal sealed record TokenIsForAnotherSource(string Key) : Refusal($"This token belongs to the source {Key} and cannot push reports of another one.");

internal sealed record HeaderInvalid(string Name, string Expected) : Refusal($"The header {Name} must be {Expected}.");
