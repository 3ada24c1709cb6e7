using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Dashboard.Web.Databases;

/// <summary>Encrypts a data-protection key before it is stored: AES-256-GCM, as nonce, tag and text in Base64.</summary>
internal sealed class ProtectionKeyEncryptor(ProtectionKeyFile file) : IXmlEncryptor
{
    internal const int NonceBytes = 12, TagBytes = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var sealedKey = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = sealedKey.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(file.Key, TagBytes);
        aes.Encrypt(nonce, plain, sealedKey.AsSpan(NonceBytes + TagBytes), sealedKey.AsSpan(NonceBytes, TagBytes));
        return new(new XElement("sealedKey", Convert.ToBase64String(sealedKey)), typeof(ProtectionKeyDecryptor));
    }
}

/// <summary>Decrypts it again. The framework creates it by the type name that is stored with the key.</summary>
internal sealed class ProtectionKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <exception cref="CryptographicException">The key file is another one, or the stored key was changed.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        var sealedKey = Convert.FromBase64String(encryptedElement.Value).AsSpan();
        var plain = new byte[sealedKey.Length - ProtectionKeyEncryptor.NonceBytes - ProtectionKeyEncryptor.TagBytes];
        using var aes = new AesGcm(services.GetRequiredService<ProtectionKeyFile>().Key, ProtectionKeyEncryptor.TagBytes);
        aes.Decrypt(
            sealedKey[..ProtectionKeyEncryptor.NonceBytes], sealedKey[^plain.Length..],
            sealedKey.Slice(ProtectionKeyEncryptor.NonceBytes, ProtectionKeyEncryptor.TagBytes), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
