using Dashboard.Web.Features.Deletions.Batches;
using Dashboard.Web.Features.Deletions.Certificates;
using Dashboard.Web.Features.Deletions.Decisions;
using Dashboard.Web.Features.Deletions.Holds;
using Dashboard.Web.Features.Deletions.Keeping;
using Dashboard.Web.Features.Deletions.Propose;
using Dashboard.Web.Features.Deletions.Review;
using Dashboard.Web.Features.Deletions.WorkOrders;
using Dashboard.Web.Startup;

namespace Dashboard.Web.Features.Deletions;

internal static class DeletionsFeature
{
    /// <summary>Batches from proposal to proof, the holds that stop them, and the orders that executors fetch.</summary>
    public static IServiceCollection AddDeletions(this IServiceCollection services)
    {
        services.AddSettings<DeletionSettings>();
        services.AddSingleton<MoveOnBatches>();
        services.AddHostedService<DeletionClock>();
        return services
            .AddScoped<BatchDesk>()
            .AddScoped<ProposeBatch>()
            .AddScoped<ReviseBatch>()
            .AddScoped<AddItems>()
            .AddScoped<RemoveItems>()
            .AddScoped<EvaluateBatch>()
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
            .AddScoped<PlaceHold>()
            .AddScoped<LiftHold>();
    }
}
