using System.Data.Common;
using Dashboard.Web.Features.Ledger.Signing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Startup;

/// <summary>Starts the application and prints its address, or explains why it cannot start.</summary>
internal static class Launch
{
    /// <summary>Lists every missing or invalid setting at once. Called before the pipeline is built, because middleware reads its settings.</summary>
    public static async Task<bool> LacksSettingsAsync(this WebApplication app)
    {
        var problems = SettingProblems(app);
        if (problems.Count is 0)
            return false;

        await ExplainAsync($"The dashboard cannot start in {app.Environment.EnvironmentName}. Fix these settings (in the configuration, or as environment variables with __ for :) and start again:", problems);
        return true;
    }

    /// <returns>The exit code of the process: 0 after an orderly stop, 1 when it could not start.</returns>
    public static async Task<int> LaunchAsync(this WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (DbException exception)
        {
            await ExplainAsync("The dashboard cannot start, because its database cannot be opened or migrated:", [exception.Message]);
            return 1;
        }
        catch (LedgerCannotStartException exception)
        {
            await ExplainAsync("The dashboard cannot start, because its ledger was started with another key:", [exception.Message]);
            return 1;
        }

        Announce(app);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static IReadOnlyList<string> SettingProblems(WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            return [];
        }
        catch (OptionsValidationException exception)
        {
            return [.. exception.Failures];
        }
        catch (AggregateException exception)
        {
            return [.. exception.InnerExceptions.OfType<OptionsValidationException>().SelectMany(inner => inner.Failures)];
        }
    }

    private static async Task ExplainAsync(string what, IReadOnlyList<string> problems)
    {
        await Console.Error.WriteLineAsync(what);
        foreach (var problem in problems)
            await Console.Error.WriteLineAsync($"  - {problem}");
    }

    private static void Announce(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine($"The dashboard is ready on {string.Join(" and ", addresses)}");
    }
}
