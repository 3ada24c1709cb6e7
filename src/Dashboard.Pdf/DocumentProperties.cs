using SkiaSharp;

namespace Dashboard.Pdf;

/// <summary>What a PDF says about itself: the document information dictionary (ISO 32000-1, section 14.3.3) and the language.</summary>
public sealed record DocumentProperties
{
    /// <summary>The document's title.</summary>
    public required string Title { get; init; }

    /// <summary>The person or organisation that issues the document.</summary>
    public required string Author { get; init; }

    /// <summary>What the document is about.</summary>
    public required string Subject { get; init; }

    /// <summary>Where the content comes from, for example the name of the programme.</summary>
    public required string Creator { get; init; }

    /// <summary>The software that writes the PDF.</summary>
    public string Producer { get; init; } = "Data residency dashboard";

    /// <summary>Creation and modification time, written in UTC. Use a recorded time, not the clock: then the same content gives the same bytes.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>BCP 47 tag of the text's language, for example <c>en-GB</c>. Screen readers choose their voice from it (ISO 32000-1, section 14.9.2).</summary>
    public string Language { get; init; } = "en-GB";

    internal SKDocumentPdfMetadata ToMetadata() => new()
    {
        Title = Title,
        Author = Author,
        Subject = Subject,
        Creator = Creator,
        Producer = Producer,
        Creation = CreatedAt.UtcDateTime,
        Modified = CreatedAt.UtcDateTime,
        RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
        EncodingQuality = SKDocumentPdfMetadata.DefaultEncodingQuality,
    };
}
