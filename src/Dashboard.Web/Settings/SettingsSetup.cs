namespace Dashboard.Web.Settings;

internal static class SettingsSetup
{
    /// <summary>Binds a section. A problem in it prevents the start; see <see cref="Launch"/>.</summary>
    public static IServiceCollection AddSettings<TSettings>(this IServiceCollection services)
        where TSettings : class, ISettings
    {
        services.AddOptions<TSettings>().BindConfiguration(TSettings.Section).ValidateOnStart();
        return services.AddSingleton<Microsoft.Extensions.Options.IValidateOptions<TSettings>, SettingsValidation<TSettings>>();
    }
}
