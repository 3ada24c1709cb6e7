namespace Dashboard.Slice.Tests.SqlServer;

/// <summary>The runner starts tests that may not run in parallel last, when every other test has run its queries.</summary>
[CollectionDefinition(nameof(AfterAllOthers), DisableParallelization = true)]
public sealed class AfterAllOthers;
