using Dashboard.Browser.Tests.Setting;
using Xunit.Sdk;
using Xunit.v3;

// Two classes at a time: a journey waits about half of the time, and a small machine has two cores.
[assembly: Parallelization(Mode = ParallelMode.Collections, MaxThreads = 2)]
[assembly: AssemblyFixture(typeof(DemoWorld))]
