using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Web.Controls.Tables;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Administration.Members;

/// <summary>Exports all members that match a filter, in the order of the list. Anyone who may see the list may export it.</summary>
internal sealed class ExportMembers(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    public async Task<Result<IReadOnlyList<MemberRow>>> HandleAsync(MemberFilter filter, CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.ViewMembers, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await ListMembers.Rows(filter.Among(context.Members.AsNoTracking())).ToListAsync(cancellationToken);
        var exported = new RowsExported(LedgerSubjects.Programme, "members", "CSV", rows.Count) { Filter = filter.To("").TrimStart('?') };
        await context.RecordAsync(member.Value, exported.ToDraft(), clock, cancellationToken);
        return rows;
    }
}

internal static class MemberEndpoints
{
    public static void MapMembers(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(MemberFilter.ExportPath, CsvAsync).RequirePermission(Permission.ViewMembers);

    private static async Task<IResult> CsvAsync(HttpRequest request, ExportMembers export, TimeProvider clock, CancellationToken cancellationToken)
    {
        var exported = await export.HandleAsync(MemberFilter.Read(request.Query["text"], request.Query["role"], request.Query["state"]), cancellationToken);
        return exported.Refusal is { } refusal
            ? Results.Text(refusal.Message, statusCode: StatusCodes.Status403Forbidden)
            : Results.Stream(body => WriteAsync(exported.Value, body, cancellationToken), "text/csv; charset=utf-8", $"members-{clock.GetUtcNow().UtcDateTime:yyyy-MM-dd-HHmm}.csv");
    }

    private static async Task WriteAsync(IReadOnlyList<MemberRow> rows, Stream body, CancellationToken cancellationToken)
    {
        await using var writer = CsvText.Writer(body);
        await writer.WriteLineAsync(CsvText.Line("name", "roles", "unit", "country", "last_sign_in", "state").AsMemory(), cancellationToken);
        foreach (var row in rows)
        {
            await writer.WriteLineAsync(CsvText.Line(
                row.Name, MembersPage.RolesOf(row), row.Unit ?? "", row.Country ?? "", $"{row.LastSignIn.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}", row.IsActive ? "Active" : "Suspended").AsMemory(), cancellationToken);
        }
    }
}
