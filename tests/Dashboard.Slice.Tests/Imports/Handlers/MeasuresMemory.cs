namespace Dashboard.Slice.Tests.Imports.Handlers;

/// <summary>Tests that measure what the whole process allocates: nothing else may run beside them.</summary>
[CollectionDefinition(nameof(MeasuresMemory), DisableParallelization = true)]
public sealed class MeasuresMemory;
