using Dashboard.Web.Settings;
using Dashboard.Web.Startup;

namespace Dashboard.Web.Features.Ledger.Signing;

/// <summary>What the ledger is called, which key signs it, and who else keeps its checkpoints.</summary>
internal sealed class LedgerSettings : ISettings
{
    public static string Section => "Ledger";

    /// <summary>The log's name, unique in the world, such as <c>dashboard.example.org/ledger</c>. Never changes once the log has begun.</summary>
    public string Origin { get; set; } = "";

    /// <summary>PEM file with the Ed25519 private key (PKCS#8).</summary>
    public string? KeyFile { get; set; }

    /// <summary>The same key as text, where secrets come through the environment.</summary>
    public string? Key { get; set; }

    /// <summary>Id of the key that the configured one replaces: the confirmation of a rotation.</summary>
    public string? RotateFrom { get; set; }

    /// <summary>PEM file of the key before: it signs beside the new one, and so vouches for it.</summary>
    public string? FormerKeyFile { get; set; }

    /// <summary>Addresses of witnesses (https://c2sp.org/tlog-witness), to which every checkpoint is also posted.</summary>
    public string[] Witnesses { get; set; } = [];

    /// <summary>Seconds between two checkpoints, when there is something new.</summary>
    public int CheckpointSeconds { get; set; } = 60;

    /// <summary>Seconds between two looks of the self-check at what was appended since.</summary>
    public int CheckSeconds { get; set; } = 60;

    /// <summary>Hours between two self-checks of the whole log.</summary>
    public int FullCheckHours { get; set; } = 24;

    public bool HasOrigin => Origin.Length is > 0 and <= 200 && !Origin.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '+');

    public IEnumerable<string> Problems()
    {
        if (Origin.Length == 0)
            yield return "Ledger:Origin is missing: the name of this ledger, unique in the world, such as dashboard.example.org/ledger.";
        else if (!HasOrigin)
            yield return $"Ledger:Origin is \"{Origin}\": it must name this ledger uniquely, without spaces or plus, such as dashboard.example.org/ledger.";
        foreach (var witness in Witnesses.Where(witness => !Uri.TryCreate(witness, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http")))
            yield return $"Ledger:Witnesses has \"{witness}\": it must be an http or https address.";
        if (CheckpointSeconds < 1)
            yield return $"Ledger:CheckpointSeconds is {CheckpointSeconds}: it must be at least 1.";
        if (CheckSeconds is < 1 or > 600)
            yield return $"Ledger:CheckSeconds is {CheckSeconds}: it must be from 1 to 600, because a log that nobody looks at counts as unchecked after half an hour.";
        if (FullCheckHours < 1)
            yield return $"Ledger:FullCheckHours is {FullCheckHours}: it must be at least 1.";
    }
}
