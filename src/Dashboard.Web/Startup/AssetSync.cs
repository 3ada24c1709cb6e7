namespace Dashboard.Web.Startup;

/// <summary>
/// In Development, copies each changed style sheet, script or image from <c>wwwroot-assets</c> to <c>wwwroot</c> at once, so that the next
/// request (and <c>dotnet watch</c>) sees it. A build copies all of them; see Assets.targets.
/// </summary>
internal sealed class AssetSync(IWebHostEnvironment environment, ILogger<AssetSync> log) : IHostedService, IDisposable
{
    private readonly string source = Path.GetFullPath("../../wwwroot-assets", environment.ContentRootPath);
    private FileSystemWatcher? watcher;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(source))
            return Task.CompletedTask;
        watcher = new(source) { IncludeSubdirectories = true, EnableRaisingEvents = true };
        watcher.Changed += Copy;
        watcher.Created += Copy;
        watcher.Renamed += Copy;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => watcher?.Dispose();

    private void Copy(object sender, FileSystemEventArgs change)
    {
        if (!File.Exists(change.FullPath) || change.FullPath.EndsWith(".mjs", StringComparison.Ordinal))
            return;
        var target = Path.Combine(environment.WebRootPath, Path.GetRelativePath(source, change.FullPath));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(change.FullPath, target, overwrite: true);
        }
        catch (IOException busy) // The editor is still writing; it raises another event when it is done.
        {
            log.LogDebug(busy, "{Asset} could not be copied yet.", change.Name);
        }
    }
}
