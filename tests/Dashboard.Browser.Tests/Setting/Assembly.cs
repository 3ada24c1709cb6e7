using Dashboard.Browser.Tests.Setting;
using Xunit.Sdk;
using Xunit.v3;

// Two classes at a time: a journey waits as often as it works, and two cores are all that a small machine has.
[assembly: Parallelization(Mode = ParallelMode.Collections, MaxThreads = 2)]
[assembly: AssemblyFixture(typeof(DemoWorld))]
