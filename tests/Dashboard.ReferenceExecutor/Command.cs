using System.Net.Http.Headers;

namespace Dashboard.ReferenceExecutor;

internal static class Command
{
    public static async Task<int> Main(string[] args)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        if (args is not ["--help" or "-h", ..])
            return await RunAsync(args, Console.Out, Console.Error, stop.Token);
        Console.WriteLine(Arguments.Help);
        return ExitCode.Done;
    }

    /// <returns>An <see cref="ExitCode"/>; <paramref name="errors"/> receives what went wrong.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken cancellationToken)
    {
        try
        {
            var arguments = Arguments.Parse(args, Environment.GetEnvironmentVariable("DASHBOARD_TOKEN"));
            using var http = new HttpClient { BaseAddress = arguments.Address };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", arguments.Token);
            return await new OrderRun(new(http), arguments, TimeProvider.System, output).RunAsync(cancellationToken);
        }
        catch (ExecutorException ended)
        {
            return await EndAsync(ended.ExitCode, ended.Message);
        }
        catch (HttpRequestException unreachable)
        {
            return await EndAsync(ExitCode.Unusable, $"The dashboard does not respond: {unreachable.Message} Run the program again later.");
        }
        catch (OperationCanceledException)
        {
            return await EndAsync(ExitCode.Unusable, "Stopped, or the dashboard took too long. Run the program again to complete the work.");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return await EndAsync(ExitCode.Unusable, $"The evidence could not be stored: {failed.Message}");
        }

        async Task<int> EndAsync(int exitCode, string message)
        {
            await errors.WriteLineAsync($"reference-executor: {message}");
            return exitCode;
        }
    }
}
