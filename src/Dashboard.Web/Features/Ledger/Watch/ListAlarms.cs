using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Ledger.Watch;

/// <summary>The self-check's alarms, unanswered ones first, and its latest result.</summary>
internal sealed class ListAlarms(
    IDbContextFactory<DashboardContext> contexts, MemberAccess access, LedgerCondition condition, IOptions<ProgrammeSettings> programme)
{
    private const int Most = 50;

    public async Task<Result<AlarmsAnswer>> HandleAsync(CancellationToken cancellationToken)
    {
        var member = await access.RequireAsync(Permission.ViewLedger, cancellationToken);
        if (member.Refusal is { } refusal)
            return refusal;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return new AlarmsAnswer(
            await Newest(context).ToListAsync(cancellationToken), condition.Latest,
            member.Value.May(Permission.AnswerLedgerAlarms, programme.Value.OversightCountry).IsDone);
    }

    internal static IQueryable<AlarmRow> Newest(DashboardContext context) => context.LedgerAlarms.AsNoTracking()
        .OrderBy(alarm => alarm.AcknowledgedAt != null).ThenByDescending(alarm => alarm.Id).Take(Most)
        .Select(alarm => new AlarmRow(
            alarm.Id, alarm.RaisedAt, alarm.Sequence, alarm.Text, alarm.AcknowledgedAt, alarm.AcknowledgedBy, alarm.Answer));
}

/// <param name="LastCheck">Null until this server has checked the ledger for the first time.</param>
public sealed record AlarmsAnswer(IReadOnlyList<AlarmRow> Alarms, LedgerCheckResult? LastCheck, bool MayAnswer);

public sealed record AlarmRow(
    long Id, DateTimeOffset RaisedAt, long? Sequence, string Text, DateTimeOffset? AcknowledgedAt, string? AcknowledgedBy, string? Answer);
