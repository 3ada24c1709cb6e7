using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;

namespace Dashboard.Web.Features.Deletions.Decisions;

/// <summary>A batch, the member who decides on it, and when. No one else can decide on any batch until this is done.</summary>
/// <param name="Batch">Tracked, with its approvals.</param>
internal sealed record BatchDecision(DashboardContext Context, DeletionBatch Batch, Member Member, Positions Positions, DateTimeOffset Now);
