using Dashboard.Core.Administration;

namespace Dashboard.Web.Shell;

/// <summary>A component that a feature puts in the footer (freshness of sources, head of the ledger), registered as a singleton.</summary>
public sealed record FooterPart(int Order, Type Component, Permission? Permission = null);
