using Dashboard.Core.Administration;
using Dashboard.Web.Controls.Marks;
using Dashboard.Web.Features.Deletions.Batches;
using Dashboard.Web.Features.Deletions.Certificates;
using Dashboard.Web.Features.Deletions.Decisions;
using Dashboard.Web.Features.Deletions.Holds;
using Dashboard.Web.Features.Deletions.Items;
using Dashboard.Web.Features.Deletions.Overview;
using Dashboard.Web.Features.Deletions.Propose;
using Dashboard.Web.Features.Deletions.Queue;
using Dashboard.Web.Features.Deletions.Review;
using Dashboard.Web.Features.Deletions.Rules;
using Dashboard.Web.Features.Deletions.Schedule;
using Dashboard.Web.Features.Deletions.WorkOrders;
using Dashboard.Web.Features.Views;
using Dashboard.Web.Jobs;
using Dashboard.Web.Settings;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Features.Deletions;

internal static class DeletionsFeature
{
    /// <summary>Adds deletion batches, legal holds, approval rules and work orders.</summary>
    public static IServiceCollection AddDeletions(this IServiceCollection services)
    {
        services.AddSettings<DeletionSettings>();
        services.AddSingleton<AdvanceBatches>();
        services.AddHostedService<DeletionJob>();
        return services
            .AddScoped<BatchDecisions>()
            .AddScoped<ProposeBatch>()
            .AddScoped<ReviseBatch>()
            .AddScoped<AddItems>()
            .AddScoped<RemoveItems>()
            .AddScoped<EvaluateBatch>()
            .AddScoped<GetDraft>()
            .AddScoped<MoveItems>()
            .AddScoped<SubmitBatch>()
            .AddScoped<ApproveBatch>()
            .AddScoped<RejectBatch>()
            .AddScoped<ExcludeItems>()
            .AddScoped<WriteNote>()
            .AddScoped<StopBatch>()
            .AddScoped<WithdrawBatch>()
            .AddScoped<ListWorkOrders>()
            .AddScoped<HandOutWorkOrder>()
            .AddScoped<ReceiveReport>()
            .AddScoped<IssueCertificate>()
            .AddScoped<OpenCertificate>()
            .AddScoped<GetCertificate>()
            .AddScoped<PlaceHold>()
            .AddScoped<LiftHold>()
            .AddScoped<ListHolds>()
            .AddScoped<PreviewHold>()
            .AddScoped<ListQuorumRules>()
            .AddScoped<SetQuorumRule>()
            .AddScoped<RemoveQuorumRule>()
            .AddDeletionPages();
    }

    /// <summary>Handlers of the overview, queue, batch and item pages.</summary>
    private static IServiceCollection AddDeletionPages(this IServiceCollection services) => services
        .AddScoped<DeletionAccess>()
        .AddScoped<GetDeletionTotals>()
        .AddScoped<ListBatches>()
        .AddScoped<ListQueue>()
        .AddScoped<GetBatch>()
        .AddScoped<ListItems>()
        .AddScoped<InspectItems>()
        .AddScoped<ExportItems>()
        .AddScoped<OpenManifest>()
        .AddScoped<GetReview>()
        .AddScoped<DrawSample>()
        .AddScoped<MarkBatchSeen>()
        .AddSingleton(new ViewPage(BatchAddress.Overview, Permission.ViewDeletions, ["state"]))
        .AddSingleton(new NavItem(40, "Deletions", BatchAddress.Overview, Glyphs.Deletions, Permission.ViewDeletionTotals))
        .AddSingleton(new NavItem(92, "Approval rules", "/deletions/rules", Glyphs.Check, Permission.ManageApprovalRules));

    public static void MapDeletions(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapDeletionItems();
        endpoints.MapCertificates();
    }
}
