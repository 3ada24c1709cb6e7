using System.Security.Cryptography;
using System.Xml.Linq;
using Dashboard.Testing;
using Dashboard.Web.Databases;
using Dashboard.Web.Settings;
using Dashboard.Web.Startup;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Dashboard.Slice.Tests.Concurrency;

/// <summary>The keys of cookies and forms are in the database, and useless without a file outside it.</summary>
public sealed class ProtectionKeyTests : SlicedProgramme, IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("dashboard-keys-").FullName;

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        Dispose();
        return default;
    }

    [Fact]
    public async Task Session_OfOneServer_IsReadByAnother_WithTheSameFile()
    {
        await using var first = Server(folder);
        await using var second = Server(folder);

        var session = Protector(first).Protect("dana");

        Assert.Equal("dana", Protector(second).Unprotect(session));
    }

    [Fact]
    public async Task StoredKeys_ShowNothingOfTheKey()
    {
        await using var server = Server(folder);
        Protector(server).Protect("anything");

        await using var context = Database.CreateDbContext();
        var stored = XElement.Parse((await context.ProtectionKeys.SingleAsync(Token)).Xml);
        Assert.NotEmpty(stored.Descendants("sealedKey"));
        Assert.Empty(stored.Descendants("masterKey"));
    }

    [Fact]
    public async Task Session_WithoutTheFile_CannotBeReadOrForged()
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(folder, "elsewhere")).FullName;
        await using var server = Server(folder);
        await using var stranger = Server(elsewhere);
        var session = Protector(server).Protect("dana");

        Assert.ThrowsAny<CryptographicException>(() => Protector(stranger).Unprotect(session));
    }

    [Fact]
    public void File_IsCreatedOnce_AndOnlyForItsOwner()
    {
        var keys = Enumerable.Range(0, 8).AsParallel().Select(_ => File(folder).Key).ToList();

        Assert.All(keys, key => Assert.Equal(keys[0], key));
        var path = Assert.Single(Directory.GetFiles(folder));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(path));
    }

    [Fact]
    public void File_ThatIsNoKey_IsRefusedWithItsPath()
    {
        System.IO.File.WriteAllText(Path.Combine(folder, "protection.key"), "not a key");

        Assert.Contains("protection.key is not a key", Assert.Throws<InvalidOperationException>(() => File(folder).Key).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Setting_OfAMissingFile_IsAProblem() =>
        Assert.Contains("there is no such file", Assert.Single(new ProtectionSettings { KeyFile = Path.Combine(folder, "none") }.Problems()), StringComparison.Ordinal);

    private static IDataProtector Protector(ServiceProvider server) => server.GetRequiredService<IDataProtectionProvider>().CreateProtector("session");

    private static ProtectionKeyFile File(string storage) =>
        new(Options.Create(new ProtectionSettings()), Options.Create(new StorageSettings { Folder = storage }), new Anywhere());

    private ServiceProvider Server(string storage)
    {
        var services = new ServiceCollection();
        services.AddSingleton(File(storage));
        services.AddDataProtection().SetApplicationName("dashboard");
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeyFile>((keys, file) =>
            (keys.XmlRepository, keys.XmlEncryptor) = (new ProtectionKeyRepository(Database), new ProtectionKeyEncryptor(file)));
        return services.BuildServiceProvider();
    }

    private sealed class Anywhere : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Production";

        public string ApplicationName { get; set; } = "Dashboard.Web";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
