namespace Dashboard.Web.Security;

internal static class CookieRules
{
    /// <summary>Development uses plain HTTP on localhost. Everywhere else, cookies are sent only over HTTPS.</summary>
    public static CookieSecurePolicy SecureCookies(this IHostEnvironment environment) =>
        environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
}
