using Dashboard.Core;

namespace Dashboard.Testing;

public static class Arrangement
{
    /// <summary>Lets a test lay out what it starts from without ledger entries. What is tested must record, as the real thing does.</summary>
    public static DashboardContext Arranging(this DashboardContext context)
    {
        context.IsArranging = true;
        return context;
    }
}
