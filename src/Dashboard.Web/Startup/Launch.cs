using System.Data.Common;
using Dashboard.Core;
using Dashboard.Web.Databases;
using Dashboard.Web.Features.Ledger.Signing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Startup;

/// <summary>Starts the application and prints its address, or explains why it cannot start.</summary>
internal static class Launch
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    /// <summary>How long the start may take before a page says that it takes longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

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
            if (!await PrepareAsync(app))
                return 0;
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

    /// <summary>Prepares the database. While it does not answer, or a migration takes long, the process answers that it is not ready.</summary>
    /// <returns>False if the process was told to stop first.</returns>
    private static async Task<bool> PrepareAsync(WebApplication app)
    {
        await using var waiting = new WaitingServer(app);
        using var stop = new CancellationTokenSource();
        var prepared = UntilPreparedAsync(app, stop.Token);
        if (await Task.WhenAny(prepared, Task.Delay(Patience, stop.Token)) != prepared)
        {
            var stopping = await waiting.StartAsync();
            await using var told = stopping.Register(stop.Cancel);
            await Task.WhenAny(prepared, Task.Delay(Timeout.Infinite, stop.Token));
            if (stopping.IsCancellationRequested)
                return false;
        }

        await prepared;
        return true;
    }

    private static async Task UntilPreparedAsync(WebApplication app, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                foreach (var step in app.Services.GetServices<IStartStep>())
                    await Task.Run(() => step.RunAsync(stop), stop); // SQLite would block this thread.
                return;
            }
            catch (Exception unanswered) when (DatabaseErrors.MeaningOf(unanswered) is not DatabaseTrouble.Other)
            {
                app.Logger.LogError(unanswered, "The database does not answer. The dashboard waits for it.");
            }

            await Task.Delay(RetryAfter, stop);
        }
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
