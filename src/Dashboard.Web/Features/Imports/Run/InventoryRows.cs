using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Formats;

namespace Dashboard.Web.Features.Imports.Run;

/// <summary>Turns the rows of every inventory format into staged copies, and rejects rows that contradict what is registered.</summary>
internal sealed class InventoryRows(
    Source source, DatasetResolver datasets, LocationResolver locations, ResourceMapping mapping, ImportTally tally)
{
    /// <summary>More than an exabyte in one file is a mistake in units. Sums of such sizes would not fit a signed 64-bit number.</summary>
    private const long MostBytes = 1_000_000_000_000_000_000;

    private long totalBytes;

    public ImportTally Tally => tally;

    public DatasetResolver Datasets => datasets;

    public LocationResolver Locations => locations;

    public IEnumerable<StagedCopy> Read(ImportFiles files, CancellationToken cancellationToken)
    {
        var copies = files.Format switch
        {
            FileFormat.InventoryCsv or FileFormat.InventoryNdjson => OwnRows(files.Main.BaseName, InventoryFormat.Read(files.Main, files.Options, cancellationToken)),
            FileFormat.OracleBuckets => Buckets(files.Main.BaseName, OracleBucketListing.Read(files.Main, files.Options, cancellationToken)),
            FileFormat.HdfsDelimited => Folded(HdfsListing.Read(files.Main, files.Options, cancellationToken)),
            FileFormat.S3Inventory => Folded(S3Inventory.Open(files.All, files.Options).Read(cancellationToken)),
            _ => throw new InvalidOperationException($"{files.Format} is not an inventory."),
        };
        foreach (var copy in copies)
        {
            totalBytes += copy.Bytes;
            if (totalBytes > MostBytes)
                throw new UnreadableFileException(files.Main.Name, copy.Line, "The sizes add up to more than an exabyte.", "Check the unit: sizes are in bytes.");
            Sample(copy);
            yield return copy;
        }
    }

    private IEnumerable<StagedCopy> OwnRows(string file, IEnumerable<Parsed<CopyRow>> rows)
    {
        foreach (var parsed in rows)
        {
            if (!parsed.IsAccepted)
            {
                tally.Reject(parsed.Rejection);
                continue;
            }

            var row = parsed.Row;
            var (locationId, rejection) = locations.Resolve(row.Operator, row.Country, row.Region);
            if (rejection is not null)
            {
                tally.Reject(new(file, row.Line, rejection.Column, rejection.Value, rejection.Reason));
                continue;
            }

            if (row.Bytes > MostBytes)
            {
                tally.Reject(new(file, row.Line, "bytes", row.Bytes.ToString(), "is more than an exabyte; sizes are in bytes"));
                continue;
            }

            tally.Accept();
            yield return new(
                row.Line, row.ResourceId, datasets.Resolve(row.Dataset), locationId, Enum.Parse<CopyRole>(row.Role, ignoreCase: true),
                row.Bytes, row.Records, null, row.Fingerprint, row.RetainUntil, row.CreatedAt);
        }
    }

    private IEnumerable<StagedCopy> Buckets(string file, IEnumerable<Parsed<BucketRow>> rows)
    {
        var withoutSize = 0;
        foreach (var parsed in rows)
        {
            if (!parsed.IsAccepted)
            {
                tally.Reject(parsed.Rejection);
                continue;
            }

            var row = parsed.Row;
            if ((CloudRegions.FindByOracleKey(row.RegionKey) ?? CloudRegions.Find("Oracle", row.RegionKey)) is not { } region)
            {
                tally.Reject(new(file, row.Position, "id", row.Ocid, $"names the region “{row.RegionKey}”, which is not in Oracle's list of regions"));
                continue;
            }

            tally.Accept();
            withoutSize += row.Bytes is null ? 1 : 0;
            var (locationId, _) = locations.Resolve(region.Operator, region.Country, region.Region);
            var resource = mapping.OfBucket(row.Name, row.FreeformTags);
            var role = resource.DatasetName is not null && row.StorageTier == "Archive" ? CopyRole.Archive : resource.Role;
            yield return new(
                row.Position, row.Ocid, datasets.Resolve(resource.DatasetUrn, resource.DatasetName), locationId, role,
                row.Bytes ?? 0, null, row.Objects, null, null, row.CreatedAt);
        }

        if (withoutSize > 0)
            tally.Notes.Add($"Oracle reports no size for {withoutSize:N0} {(withoutSize == 1 ? "bucket, which counts" : "buckets, which count")} as zero bytes.");
    }

    private IEnumerable<StagedCopy> Folded(IEnumerable<Parsed<ObjectRow>> rows)
    {
        var fold = new ObjectFold(mapping);
        foreach (var parsed in rows)
        {
            if (!parsed.IsAccepted)
            {
                tally.Reject(parsed.Rejection);
                continue;
            }

            var row = parsed.Row;
            if (row.Bytes > MostBytes)
            {
                tally.Reject(new(row.File, row.Line, "size", row.Bytes.ToString(), "is more than an exabyte"));
                continue;
            }

            tally.Accept();
            fold.Add(row.Line, row.Container, row.Path, row.Bytes, row.ModifiedAt);
        }

        if (fold.Resources > 0)
        {
            var objects = tally.Accepted == 1 ? "1 object" : $"{tally.Accepted:N0} objects";
            tally.Notes.Add($"The source's mapping rules combined {objects} into {ImportText.Counted(fold.Resources, SourceKind.Inventory)}.");
        }

        foreach (var copy in fold.Copies(datasets, source.LocationId!.Value))
            yield return copy;
    }

    private void Sample(StagedCopy copy)
    {
        if (!tally.WantsSample)
            return;
        tally.AddSample(
            copy.ResourceId, datasets.NameOf(copy.DatasetId), locations.NameOf(copy.LocationId), copy.Role.ToString(), copy.Bytes.ToString(),
            copy.Records?.ToString(), copy.Fingerprint, copy.RetainUntil?.ToString("yyyy-MM-dd"), copy.CreatedAt?.ToString("yyyy-MM-dd HH:mm 'UTC'"));
    }
}
