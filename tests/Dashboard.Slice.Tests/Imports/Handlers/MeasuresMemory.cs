namespace Dashboard.Slice.Tests.Imports.Handlers;

/// <summary>Tests that measure the allocations of the whole process, so no other test may run at the same time.</summary>
[CollectionDefinition(nameof(MeasuresMemory), DisableParallelization = true)]
public sealed class MeasuresMemory;
