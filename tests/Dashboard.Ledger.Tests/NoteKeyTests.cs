using System.Diagnostics;

namespace Dashboard.Ledger.Tests;

public sealed class NoteKeyTests
{
    /// <summary>RFC 8032 section 7.1, tests 1 to 3.</summary>
    [Theory]
    [InlineData("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82", "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void Key_OfTheRfc_IsReadFromPemAndVerifies(string secret, string key, string message, string signature)
    {
        var pem = $"-----BEGIN PRIVATE KEY-----\n{Convert.ToBase64String(Convert.FromHexString("302e020100300506032b657004220420" + secret))}\n-----END PRIVATE KEY-----\n";
        var signer = NoteSigner.FromPem("rfc8032.example", pem);
        Assert.Equal(key, Convert.ToHexStringLower(signer.Key.Key));
        Assert.True(signer.Key.Verify(Convert.FromHexString(message), Convert.FromHexString(signature)));
        Assert.False(signer.Key.Verify(Convert.FromHexString(message + "00"), Convert.FromHexString(signature)));
        Assert.Equal(pem, signer.ToPem());
        Assert.Equal(signer.Key, NoteKey.Parse(signer.Key.ToString()));
    }

    [Fact]
    public void Signer_ReadFromItsPem_SignsTheSame()
    {
        var signer = NoteSigner.Generate("a.example/ledger");
        Assert.Equal(signer.Sign("text\n"), NoteSigner.FromPem("a.example/ledger", signer.ToPem()).Sign("text\n"));
    }

    [Fact]
    public void FromPem_OfOpenSslsKey_Works()
    {
        var start = new ProcessStartInfo("openssl", ["genpkey", "-algorithm", "ed25519"]) { RedirectStandardOutput = true, UseShellExecute = false };
        try
        {
            using var openssl = Process.Start(start)!;
            var pem = openssl.StandardOutput.ReadToEnd();
            Assert.Equal(pem, NoteSigner.FromPem("a", pem).ToPem());
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("openssl is not installed.");
        }
    }

    [Theory]
    [InlineData("nonsense", "no -----BEGIN PRIVATE KEY-----")]
    [InlineData("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----", "unencrypted")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "contains \"PUBLIC KEY\"")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", "cut off")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VuBCIEIGCsQtQmqPVoi9rLmYKVfDfRAYzhPy9Gq0nW8bNRzGVo\n-----END PRIVATE KEY-----", "not an Ed25519 key")]
    public void FromPem_OfAnythingElse_SaysWhatItIsAndHowToCreateOne(string pem, string words)
    {
        var message = Assert.ThrowsAny<FormatException>(() => NoteSigner.FromPem("a", pem)).Message;
        Assert.Contains(words, message);
        Assert.Contains("openssl genpkey -algorithm ed25519", message);
    }

    [Theory]
    [InlineData("PeterNeumann", "has the form name+12345678+base64")]
    [InlineData("PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "lower-case")]
    [InlineData("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "give c74f20a3")]
    [InlineData("PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "it was changed or cut off")]
    [InlineData("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T", "not base64")]
    [InlineData("PeterNeumann+c74f20a3+AhpcAAAA", "of type 2")]
    [InlineData("PeterNeumann+c74f20a3+ARpcAAAA", "has 32 bytes")]
    [InlineData(" +c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "cannot be the name of a key")]
    [InlineData("a+c74f20a3+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "not an Ed25519 public key")]
    public void Parse_OfAnythingElse_SaysWhatIsWrong(string vkey, string words) => Assert.Contains(words, Assert.Throws<NoteFormatException>(() => NoteKey.Parse(vkey)).Message);
}
