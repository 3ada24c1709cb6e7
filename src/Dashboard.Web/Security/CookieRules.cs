namespace Dashboard.Web.Security;

internal static class CookieRules
{
    /// <summary>Development is plain http on localhost; everywhere else no cookie leaves over an open line.</summary>
    public static CookieSecurePolicy SecureCookies(this IHostEnvironment environment) =>
        environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
}
