namespace Dashboard.Web.Demo;

/// <summary>One dataset of the demo programme, and the days of its migration steps, counted from today (negative is past).</summary>
internal sealed record DemoDataset(
    string Urn, string Name, string System, string? Owner, string Classification, int Wave, long Bytes, long Records, bool HomeIsSingapore,
    int CopyDay, int EqualDay, int CutOverDay, int OrderDay, int Number)
{
    /// <summary>The fingerprint on a day. The content changes until <c>EqualDay</c>, so an older copy is not equal to a newer one.</summary>
    public string FingerprintOn(int day) => $"sha256:{HashCode(Number, Math.Min(day, EqualDay) / 7):x16}";

    public string Declared(int day) =>
        Number % 19 == 7 && Wave > 3 && day >= CopyDay + 3 ? "COMPLETED"
        : day < CopyDay ? "NOT_STARTED"
        : Number % 47 == 5 && day < CutOverDay ? "FAILED"
        : day < CutOverDay ? "IN_PROGRESS"
        : "COMPLETED";

    public int DeclaredPercent(int day) =>
        Declared(day) == "COMPLETED" ? 100
        : day < CopyDay ? 0
        : Math.Clamp(100 * (day - CopyDay) / Math.Max(1, CutOverDay - CopyDay), 1, 99);

    private static ulong HashCode(int number, int week)
    {
        var value = ((ulong)(uint)number << 32) ^ (uint)week;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
