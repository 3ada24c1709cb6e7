using Dashboard.Testing;

namespace Dashboard.Slice.Tests.Security;

/// <summary>One running dashboard for tests that only sign people in. Tests that change its settings start their own.</summary>
[CollectionDefinition(nameof(RunningDashboard))]
public sealed class RunningDashboard : ICollectionFixture<DashboardHost>;
