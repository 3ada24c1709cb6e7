using Dashboard.Ledger;
using Dashboard.Web.Features.Ledger.Signing;
using Dashboard.Web.Settings;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Dashboard.Slice.Tests.Ledger;

public sealed class KeyFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ledger-keys-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Development_CreatesAKeyOnce_ThatOnlyItsOwnerCanRead()
    {
        var first = Files("Development").Read(Settings());
        var again = Files("Development").Read(Settings());

        Assert.Equal(first.Signer.Key, again.Signer.Key);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "ledger-key.pem")));
    }

    [Fact]
    public void Production_WithoutAKey_DoesNotStart_AndCreatesNone()
    {
        var refused = Files("Production").Validate(null, Settings());
        Assert.StartsWith("Ledger:KeyFile or Ledger:Key is missing", refused.FailureMessage, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void Production_WithAKeyFileOrAKeyAsText_ReadsIt()
    {
        var signer = NoteSigner.Generate(Settings().Origin);
        var file = Path.Combine(folder, "key.pem");
        File.WriteAllText(file, signer.ToPem());

        Assert.Equal(signer.Key, Files("Production").Read(Settings() with { KeyFile = file }).Signer.Key);
        Assert.Equal(signer.Key, Files("Production").Read(Settings() with { Key = signer.ToPem() }).Signer.Key);
        var rotated = Files("Production").Read(Settings() with { Key = NoteSigner.Generate("x").ToPem(), FormerKeyFile = file });
        Assert.Equal(signer.Key, rotated.Former!.Key);
    }

    [Theory]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "contains \"CERTIFICATE\"")]
    [InlineData("not a key", "not a PEM file")]
    public void UnusableKey_IsRefused_NamingItsSetting(string pem, string expected)
    {
        var refused = Files("Production").Validate(null, (Settings() with { Key = pem }).ToSettings());
        Assert.StartsWith("Ledger:Key cannot be used.", refused.FailureMessage, StringComparison.Ordinal);
        Assert.Contains(expected, refused.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFile_IsRefused_NamingItsSetting()
    {
        var refused = Files("Production").Validate(null, (Settings() with { KeyFile = "nowhere.pem" }).ToSettings());
        Assert.Equal("Ledger:KeyFile names nowhere.pem, but there is no such file.", refused.FailureMessage);
    }

    [Fact]
    public void Settings_Invalid_AreAllNamed()
    {
        var wrong = new LedgerSettings { Origin = "my ledger", Witnesses = ["ftp://x"], CheckpointSeconds = 0, CheckSeconds = 0, FullCheckHours = 0 };
        Assert.Equal(
            ["Ledger:Origin", "Ledger:Witnesses", "Ledger:CheckpointSeconds", "Ledger:CheckSeconds", "Ledger:FullCheckHours"],
            wrong.Problems().Select(problem => problem.Split(' ')[0]));
    }

    private static KeySettings Settings() => new("keys.example/ledger");

    private LedgerKeyFiles Files(string environment) => new(new Host(environment, folder), Options.Create(new StorageSettings { Folder = folder }));

    private sealed record KeySettings(string Origin)
    {
        public string? KeyFile { get; init; }

        public string? Key { get; init; }

        public string? FormerKeyFile { get; init; }

        public static implicit operator LedgerSettings(KeySettings settings) => settings.ToSettings();

        public LedgerSettings ToSettings() => new() { Origin = Origin, KeyFile = KeyFile, Key = Key, FormerKeyFile = FormerKeyFile };
    }

    private sealed class Host(string name, string folder) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "Dashboard.Web";

        public string ContentRootPath { get; set; } = folder;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
