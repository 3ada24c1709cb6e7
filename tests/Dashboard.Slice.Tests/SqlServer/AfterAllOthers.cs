namespace Dashboard.Slice.Tests.SqlServer;

/// <summary>The runner takes what may not run in parallel last, when every other test has asked its queries.</summary>
[CollectionDefinition(nameof(AfterAllOthers), DisableParallelization = true)]
public sealed class AfterAllOthers;
