namespace Dashboard.Web.Features.Deletions.Certificates.Pdf;

/// <summary>The faces of one document: three for our own words, two for what those three lack.</summary>
internal sealed class Faces : IDisposable
{
    private readonly Face[] own = [new(FontFile.Regular), new(FontFile.SemiBold), new(FontFile.Mono)];
    private Face? scripts;
    private Face? han;

    public Face Own(FontCut cut) => own[(int)cut];

    /// <summary>The first face that can draw this; null when none can.</summary>
    public Face? For(FontCut cut, int codePoint)
    {
        if (Own(cut).Has(codePoint))
            return Own(cut);
        if ((scripts ??= new(FontFile.Scripts)).Has(codePoint))
            return scripts;
        return (han ??= new(FontFile.Han)).Has(codePoint) ? han : null;
    }

    public void Dispose()
    {
        foreach (var face in own)
            face.Dispose();
        scripts?.Dispose();
        han?.Dispose();
    }
}
