using Microsoft.EntityFrameworkCore;

namespace Dashboard.Core;

/// <summary>How long a statement may take, on every database. Nothing else sets a time limit.</summary>
public static class TimeLimits
{
    /// <summary>For a statement of a page or a decision, including the wait for others. A person should not wait longer.</summary>
    public const int StatementSeconds = 15;

    /// <summary>For work in the background, such as an import: no limit. It can be cancelled instead.</summary>
    public const int None = 0;

    /// <summary>Lifts the limit from the statements of this context.</summary>
    public static DashboardContext WithoutTimeLimit(this DashboardContext context)
    {
        context.Database.SetCommandTimeout(None);
        return context;
    }
}
