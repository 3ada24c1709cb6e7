using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Dashboard.DemoIdentity.Provider;

/// <summary>
/// The provider's keys, created once and stored. With new keys at every start, the first sign-in after a restart would fail
/// against the key set that the dashboard has cached.
/// </summary>
internal static class DemoKeys
{
    public static RsaSecurityKey Signing(string folder)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(ReadOrCreate(Path.Combine(folder, "signing.pem"), NewSigningKey));
        return new RsaSecurityKey(rsa);
    }

    public static SymmetricSecurityKey Encryption(string folder) =>
        new(Convert.FromHexString(ReadOrCreate(Path.Combine(folder, "encryption.key"), NewEncryptionKey)));

    private static string ReadOrCreate(string path, Func<string> create)
    {
        if (File.Exists(path))
            return File.ReadAllText(path);

        var text = create();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        using var writer = new StreamWriter(path, options);
        writer.Write(text);
        return text;
    }

    private static string NewSigningKey()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportPkcs8PrivateKeyPem();
    }

    private static string NewEncryptionKey() => Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
}
