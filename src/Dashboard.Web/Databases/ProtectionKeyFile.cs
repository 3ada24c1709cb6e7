using System.Security.Cryptography;
using Dashboard.Web.Settings;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Databases;

/// <summary>Where the key is that encrypts the data-protection keys in the database.</summary>
internal sealed class ProtectionSettings : ISettings
{
    public static string Section => "Protection";

    /// <summary>
    /// A file outside the database, the same on every web server. By default <c>protection.key</c> in the storage folder, created at the first
    /// start. Someone who reads the database but not this file cannot forge a session.
    /// </summary>
    public string? KeyFile { get; set; }

    public IEnumerable<string> Problems()
    {
        if (KeyFile is { Length: > 0 } && !File.Exists(KeyFile))
            yield return $"Protection:KeyFile names {KeyFile}, but there is no such file. Create one with: openssl rand -base64 32 > protection.key";
    }
}

/// <summary>The key that encrypts the data-protection keys in the database.</summary>
internal sealed class ProtectionKeyFile(IOptions<ProtectionSettings> settings, IOptions<StorageSettings> storage, IHostEnvironment environment)
{
    private const int KeyBytes = 32;

    private readonly Lazy<byte[]> key = new(() => settings.Value.KeyFile is { Length: > 0 } given
        ? Read(given)
        : ReadOrCreate(Path.Combine(storage.Value.FolderIn(environment), "protection.key")));

    public byte[] Key => key.Value;

    private static byte[] ReadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            // Written to the end before it has its name, and never over another server's.
            var fresh = $"{path}.{Guid.CreateVersion7():N}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var writer = new StreamWriter(fresh, options))
                writer.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));
            try
            {
                File.Move(fresh, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(fresh);
            }
        }

        return Read(path);
    }

    private static byte[] Read(string path)
    {
        var bytes = new byte[KeyBytes];
        return Convert.TryFromBase64String(File.ReadAllText(path).Trim(), bytes, out var length) && length == KeyBytes
            ? bytes
            : throw new InvalidOperationException($"{path} is not a key: it must have {KeyBytes} bytes in Base64. Restore it from a backup. If it is lost, delete it: everyone then signs in again.");
    }
}
