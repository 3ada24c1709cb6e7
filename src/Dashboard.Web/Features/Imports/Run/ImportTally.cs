using Dashboard.Core.Imports;
using Dashboard.Formats;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>Counts the rows of one import as they are read, and collects rejections, notes and a sample to show.</summary>
internal sealed class ImportTally(string[] sampleColumns, ImportProgress progress)
{
    /// <summary>Further rejections are only counted. The stored file still has the rows.</summary>
    public const int MostRejectionsKept = 100_000;

    private const int SampleRows = 20;

    private readonly List<string[]> sample = [];

    public long Rows { get; private set; }

    public long Rejected { get; private set; }

    public long Accepted => Rows - Rejected;

    public List<RowRejection> Rejections { get; } = [];

    /// <summary>The resources that rejected rows name, by the ID of their copy.</summary>
    public HashSet<string> Named { get; } = [];

    /// <summary>The first rejected row that could be about any resource; null if there is none.</summary>
    public RowRejection? Unidentified { get; private set; }

    /// <summary>Number of copies of which no row states the whole size.</summary>
    public long WithoutSize { get; set; }

    /// <summary>What the files say about themselves. Complete after the last row.</summary>
    public FileFacts Facts { get; set; } = new();

    public List<string> Notes { get; } = [];

    public ImportSample Sample => new(sampleColumns, [.. sample]);

    public bool WantsSample => sample.Count < SampleRows;

    public ImportCounts Counts => ImportCounts.Zero with { Rows = Rows, Accepted = Accepted, Rejected = Rejected };

    public void Accept()
    {
        Rows++;
        progress.Rows = Rows;
    }

    public void Reject(RowRejection rejection)
    {
        Rows++;
        progress.Rows = Rows;
        if (rejection.Names is null || Named.Count >= MostRejectionsKept)
            Unidentified ??= rejection;
        Keep(rejection);
    }

    /// <summary>Rejects a row that was accepted before, such as the second one with the same resource ID.</summary>
    public void RejectAccepted(RowRejection rejection) => Keep(rejection);

    public void AddSample(params string?[] cells) => sample.Add([.. cells.Select(cell => cell ?? "")]);

    private void Keep(RowRejection rejection)
    {
        Rejected++;
        progress.Rejected = Rejected;
        if (Rejections.Count < MostRejectionsKept)
            Rejections.Add(rejection);
    }
}
