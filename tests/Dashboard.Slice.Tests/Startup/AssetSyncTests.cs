using Dashboard.Web.Startup;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Slice.Tests.Startup;

public sealed class AssetSyncTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("dashboard-assets-");

    [Fact]
    public async Task Start_WhenAStyleSheetChanges_CopiesItToTheWebRoot()
    {
        var environment = new SourceTree(root.FullName);
        var source = Path.Combine(Directory.CreateDirectory(Path.Combine(root.FullName, "wwwroot-assets", "css")).FullName, "base.css");
        var target = Path.Combine(Directory.CreateDirectory(Path.Combine(environment.WebRootPath, "css")).FullName, "base.css");
        await File.WriteAllTextAsync(source, "a { color: red }", TestContext.Current.CancellationToken);
        var copied = new TaskCompletionSource();
        using var observer = new FileSystemWatcher(environment.WebRootPath) { IncludeSubdirectories = true, EnableRaisingEvents = true };
        observer.Changed += (_, _) => Check();
        observer.Created += (_, _) => Check();
        using var sync = new AssetSync(environment, NullLogger<AssetSync>.Instance);
        await sync.StartAsync(TestContext.Current.CancellationToken);

        await File.WriteAllTextAsync(source, "a { color: blue }", TestContext.Current.CancellationToken);

        await copied.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        void Check()
        {
            try
            {
                if (File.Exists(target) && File.ReadAllText(target) == "a { color: blue }")
                    copied.TrySetResult();
            }
            catch (IOException)
            {
                // The file is still being written; another event follows.
            }
        }
    }

    [Fact]
    public async Task Start_WithoutTheSourceTree_DoesNothing()
    {
        using var sync = new AssetSync(new SourceTree(root.FullName), NullLogger<AssetSync>.Instance);

        await sync.StartAsync(TestContext.Current.CancellationToken);
        await sync.StopAsync(TestContext.Current.CancellationToken);

        Assert.False(Directory.Exists(Path.Combine(root.FullName, "wwwroot-assets")));
    }

    public void Dispose() => root.Delete(recursive: true);

    private sealed class SourceTree(string root) : IWebHostEnvironment
    {
        public string ContentRootPath { get; set; } = Directory.CreateDirectory(Path.Combine(root, "src", "Dashboard.Web")).FullName;

        public string WebRootPath { get; set; } = Directory.CreateDirectory(Path.Combine(root, "src", "Dashboard.Web", "wwwroot")).FullName;

        public string EnvironmentName { get; set; } = "Development";

        public string ApplicationName { get; set; } = "Dashboard.Web";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public IFileProvider WebRootFileProvider { get; set; } = new NullFileProvider();
    }
}
