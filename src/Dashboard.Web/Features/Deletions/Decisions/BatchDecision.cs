using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;

namespace Dashboard.Web.Features.Deletions.Decisions;

/// <summary>A batch, and who decides about it when; nobody else can decide about any batch until this is over.</summary>
/// <param name="Batch">With its approvals; tracked.</param>
internal sealed record BatchDecision(DashboardContext Context, DeletionBatch Batch, Member Member, Positions Positions, DateTimeOffset Now);
