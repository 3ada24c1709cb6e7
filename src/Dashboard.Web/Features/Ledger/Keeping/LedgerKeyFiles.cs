using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Startup;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Features.Ledger.Keeping;

/// <summary>Finds the keys that the settings name. In Development a key is made on the first start; in production it must be there.</summary>
internal sealed class LedgerKeyFiles(IHostEnvironment environment, IOptions<StorageSettings> storage) : IValidateOptions<LedgerSettings>
{
    private const string MadeKeyName = "ledger-key.pem";

    public ValidateOptionsResult Validate(string? name, LedgerSettings options)
    {
        if (options.Problems().Any())
            return ValidateOptionsResult.Skip; // Said already, by the settings themselves.
        try
        {
            _ = Read(options);
            return ValidateOptionsResult.Success;
        }
        catch (Exception unusable) when (unusable is FormatException or IOException or UnauthorizedAccessException or NoteFormatException)
        {
            return ValidateOptionsResult.Fail(unusable.Message);
        }
    }

    /// <exception cref="FormatException">A key is missing or unreadable; the message names the setting.</exception>
    public LedgerKeys Read(LedgerSettings settings) => new(
        settings.Origin, Signer(settings), string.IsNullOrWhiteSpace(settings.FormerKeyFile) ? null : FromFile(settings, "FormerKeyFile", settings.FormerKeyFile));

    private NoteSigner Signer(LedgerSettings settings)
    {
        if (!string.IsNullOrWhiteSpace(settings.KeyFile))
            return FromFile(settings, "KeyFile", settings.KeyFile);
        if (!string.IsNullOrWhiteSpace(settings.Key))
            return Parse(settings, "Ledger:Key", settings.Key);
        return environment.IsDevelopment()
            ? Made(settings)
            : throw new FormatException("Ledger:KeyFile or Ledger:Key is missing: the Ed25519 private key that signs the ledger. Create one with: openssl genpkey -algorithm ed25519 -out ledger-key.pem");
    }

    private NoteSigner FromFile(LedgerSettings settings, string setting, string path)
    {
        var file = Path.GetFullPath(path, environment.ContentRootPath);
        return File.Exists(file)
            ? Parse(settings, $"Ledger:{setting}", File.ReadAllText(file))
            : throw new FormatException($"Ledger:{setting} names {path}, and there is no such file.");
    }

    private static NoteSigner Parse(LedgerSettings settings, string setting, string pem)
    {
        try
        {
            return NoteSigner.FromPem(settings.Origin, pem);
        }
        catch (FormatException exception)
        {
            throw new FormatException($"{setting} cannot be used. {exception.Message}", exception);
        }
    }

    /// <summary>The key of a developer's own ledger, made on the first start and kept beside its database.</summary>
    private NoteSigner Made(LedgerSettings settings)
    {
        var file = Path.Combine(storage.Value.FolderIn(environment), MadeKeyName);
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var writer = new StreamWriter(file, options);
            writer.Write(NoteSigner.Generate(settings.Origin).ToPem());
        }

        return Parse(settings, file, File.ReadAllText(file));
    }
}
