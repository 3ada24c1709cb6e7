using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Features.Ledger.Watch;

internal sealed record AcknowledgeAlarmRequest(long AlarmId, string Answer);

/// <summary>Answers an alarm of the self-check. The alarm and its answer stay on record.</summary>
internal sealed class AcknowledgeAlarm(IDbContextFactory<DashboardContext> contexts, MemberAccess access, TimeProvider clock)
{
    /// <summary>Characters of an answer that the sentence quotes; the details contain all of it.</summary>
    private const int InSentence = 1500;

    public Task<Result> HandleAsync(AcknowledgeAlarmRequest request, CancellationToken cancellationToken) =>
        contexts.RetryAsync(() => OnceAsync(request, cancellationToken), cancellationToken);

    private async Task<Result> OnceAsync(AcknowledgeAlarmRequest request, CancellationToken cancellationToken)
    {
        var lead = await access.RequireAsync(Permission.AnswerLedgerAlarms, cancellationToken);
        if (lead.Refusal is { } refusal)
            return refusal;

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var change = await context.BeginChangeAsync(lead.Value, clock, cancellationToken);
        if (await context.LedgerAlarms.SingleOrDefaultAsync(known => known.Id == request.AlarmId, cancellationToken) is not { } alarm)
            return new NotFound("The alarm");
        if (alarm.Acknowledge(lead.Value, request.Answer, clock.GetUtcNow()).Refusal is { } notNow)
            return notNow;
        await change.CommitAsync(
            new LedgerDraft(
                LedgerActions.AlarmAcknowledged, LedgerSubjects.Ledger, $"answered an alarm of the self-check: {LedgerDetails.Text(alarm.Answer!, InSentence)}")
            {
                Details = new() { ["alarm"] = alarm.Text, ["answer"] = alarm.Answer },
            },
            cancellationToken);
        return Result.Done;
    }
}
