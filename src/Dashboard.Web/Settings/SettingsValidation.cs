using Microsoft.Extensions.Options;

namespace Dashboard.Web.Settings;

/// <summary>Reports every problem of a section at once, when the application starts.</summary>
internal sealed class SettingsValidation<TSettings> : IValidateOptions<TSettings>
    where TSettings : class, ISettings
{
    public ValidateOptionsResult Validate(string? name, TSettings options)
    {
        string[] problems = [.. options.Problems()];
        return problems is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
