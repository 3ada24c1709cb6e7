using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Settings;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Ledger.Signing;

/// <summary>Reads the keys that the settings name. In Development a key is generated on the first start; in production it must exist.</summary>
internal sealed class LedgerKeyFiles(IHostEnvironment environment, IOptions<StorageSettings> storage) : IValidateOptions<LedgerSettings>
{
    private const string GeneratedKeyName = "ledger-key.pem";

    public ValidateOptionsResult Validate(string? name, LedgerSettings options)
    {
        try
        {
            // The keys are read even if the origin is wrong, so that all problems are reported at once.
            _ = Read(options, options.HasOrigin ? options.Origin : "ledger");
            return ValidateOptionsResult.Success;
        }
        catch (Exception unusable) when (unusable is FormatException or IOException or UnauthorizedAccessException or NoteFormatException)
        {
            return ValidateOptionsResult.Fail(unusable.Message);
        }
    }

    /// <exception cref="FormatException">A key is missing or unreadable; the message names the setting.</exception>
    public LedgerKeys Read(LedgerSettings settings) => Read(settings, settings.Origin);

    private LedgerKeys Read(LedgerSettings settings, string origin) => new(
        origin, Signer(settings, origin), string.IsNullOrWhiteSpace(settings.FormerKeyFile) ? null : FromFile(origin, "FormerKeyFile", settings.FormerKeyFile));

    private NoteSigner Signer(LedgerSettings settings, string origin)
    {
        if (!string.IsNullOrWhiteSpace(settings.KeyFile))
            return FromFile(origin, "KeyFile", settings.KeyFile);
        if (!string.IsNullOrWhiteSpace(settings.Key))
            return Parse(origin, "Ledger:Key", settings.Key);
        return environment.IsDevelopment()
            ? Generated(origin)
            : throw new FormatException("Ledger:KeyFile or Ledger:Key is missing: the Ed25519 private key that signs the ledger. Create one with: openssl genpkey -algorithm ed25519 -out ledger-key.pem");
    }

    private NoteSigner FromFile(string origin, string setting, string path)
    {
        var file = Path.GetFullPath(path, environment.ContentRootPath);
        return File.Exists(file)
            ? Parse(origin, $"Ledger:{setting}", File.ReadAllText(file))
            : throw new FormatException($"Ledger:{setting} names {path}, but there is no such file.");
    }

    private static NoteSigner Parse(string origin, string setting, string pem)
    {
        try
        {
            return NoteSigner.FromPem(origin, pem);
        }
        catch (FormatException exception)
        {
            throw new FormatException($"{setting} cannot be used. {exception.Message}", exception);
        }
    }

    /// <summary>The key of a developer's own ledger, generated on the first start and stored next to its database.</summary>
    private NoteSigner Generated(string origin)
    {
        var file = Path.Combine(storage.Value.FolderIn(environment), GeneratedKeyName);
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var writer = new StreamWriter(file, options);
            writer.Write(NoteSigner.Generate(origin).ToPem());
        }

        return Parse(origin, file, File.ReadAllText(file));
    }
}
