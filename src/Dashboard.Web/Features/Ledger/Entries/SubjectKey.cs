namespace Dashboard.Web.Features.Ledger.Entries;

/// <summary>What an entry is about, as written in the URL: <c>dataset:12</c>.</summary>
public sealed record SubjectKey(string Kind, string Id)
{
    public static SubjectKey? Parse(string? text) =>
        text?.Split(':', 2) is [{ Length: > 0 and <= 40 } kind, { Length: > 0 and <= 300 } id] ? new(kind, id) : null;

    public override string ToString() => $"{Kind}:{Id}";
}
