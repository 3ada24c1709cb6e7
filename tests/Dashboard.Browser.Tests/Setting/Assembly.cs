using Dashboard.Browser.Tests.Setting;
using Xunit.Sdk;
using Xunit.v3;

// One after the other: the journeys share one browser, and two cores.
[assembly: Parallelization(Mode = ParallelMode.None)]
[assembly: AssemblyFixture(typeof(DemoWorld))]
