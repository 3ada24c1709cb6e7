using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;

namespace Dashboard.Core.Tests;

public sealed class NamingTests
{
    [Fact]
    public void Of_SeveralWords_AreSplitAndLowered() => Assert.Equal("own data centre", Naming.Of(LocationKind.OwnDataCentre));

    [Fact]
    public void Of_SeveralFlags_AreListed() =>
        Assert.Equal("governance lead, reviewer", Naming.Of(Roles.GovernanceLead | Roles.Reviewer));

    [Fact]
    public void Label_StartsWithACapital() => Assert.Equal("Cut over", Naming.Label(Stage.CutOver));
}
