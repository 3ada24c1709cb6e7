using Dashboard.Web.Settings;

namespace Dashboard.Web.Features.Ledger.Signing;

/// <summary>The name of the ledger, the keys that sign it, its witnesses, and how often it is signed and checked.</summary>
internal sealed class LedgerSettings : ISettings
{
    public static string Section => "Ledger";

    /// <summary>The ledger's globally unique name, such as <c>dashboard.example.org/ledger</c>. It must not change once there are entries.</summary>
    public string Origin { get; set; } = "";

    /// <summary>PEM file with the Ed25519 private key (PKCS#8).</summary>
    public string? KeyFile { get; set; }

    /// <summary>The same key as text, for secrets that are passed as environment variables.</summary>
    public string? Key { get; set; }

    /// <summary>Id of the key that the configured one replaces. It confirms a rotation.</summary>
    public string? RotateFrom { get; set; }

    /// <summary>PEM file of the previous key. It signs together with the new key and so vouches for it.</summary>
    public string? FormerKeyFile { get; set; }

    /// <summary>URLs of witnesses (https://c2sp.org/tlog-witness). Every checkpoint is also posted to them.</summary>
    public string[] Witnesses { get; set; } = [];

    /// <summary>Seconds between two checkpoints, if there are new entries.</summary>
    public int CheckpointSeconds { get; set; } = 60;

    /// <summary>Seconds between two self-checks of newly appended entries.</summary>
    public int CheckSeconds { get; set; } = 60;

    /// <summary>Hours between two self-checks of the whole ledger.</summary>
    public int FullCheckHours { get; set; } = 24;

    public bool HasOrigin => Origin.Length is > 0 and <= 200 && !Origin.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '+');

    public IEnumerable<string> Problems()
    {
        if (Origin.Length == 0)
            yield return "Ledger:Origin is missing: the globally unique name of this ledger, such as dashboard.example.org/ledger.";
        else if (!HasOrigin)
            yield return $"Ledger:Origin is \"{Origin}\": it must be a unique name without spaces or plus signs, such as dashboard.example.org/ledger.";
        foreach (var witness in Witnesses.Where(witness => !Uri.TryCreate(witness, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http")))
            yield return $"Ledger:Witnesses has \"{witness}\": it must be an http or https URL.";
        if (CheckpointSeconds < 1)
            yield return $"Ledger:CheckpointSeconds is {CheckpointSeconds}: it must be at least 1.";
        if (CheckSeconds is < 1 or > 600)
            yield return $"Ledger:CheckSeconds is {CheckSeconds}: it must be from 1 to 600, because a ledger that has not been checked for half an hour counts as unchecked.";
        if (FullCheckHours < 1)
            yield return $"Ledger:FullCheckHours is {FullCheckHours}: it must be at least 1.";
    }
}
