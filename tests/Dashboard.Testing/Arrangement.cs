using Dashboard.Core;

namespace Dashboard.Testing;

public static class Arrangement
{
    /// <summary>Lets a test set up its starting data without ledger entries. The code under test must still record its changes.</summary>
    public static DashboardContext Arranging(this DashboardContext context)
    {
        context.IsArranging = true;
        return context;
    }
}
