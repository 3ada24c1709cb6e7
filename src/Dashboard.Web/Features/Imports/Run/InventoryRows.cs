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

    /// <summary>IDs that are equal to the eye or but for case.</summary>
    public LookAlikes LookAlikes { get; } = new();

    public IEnumerable<StagedCopy> Read(ImportFiles files, CancellationToken cancellationToken)
    {
        var copies = files.Format switch
        {
            FileFormat.InventoryCsv or FileFormat.InventoryNdjson => OwnRows(files.Main.BaseName, Tracked(InventoryFormat.Read(files.Main, files.Options, cancellationToken))),
            FileFormat.OracleBuckets => Buckets(files.Main.BaseName, Tracked(OracleBucketListing.Read(files.Main, files.Options, cancellationToken))),
            FileFormat.HdfsDelimited => Folded(Tracked(HdfsListing.Read(files.Main, files.Options, cancellationToken)), null),
            FileFormat.S3Inventory => S3(S3Inventory.Open(files.All, files.Options), files.Main.BaseName, cancellationToken),
            _ => throw new InvalidOperationException($"{files.Format} is not an inventory."),
        };
        foreach (var copy in copies)
        {
            totalBytes += copy.Bytes;
            if (totalBytes > MostBytes)
                throw new UnreadableFileException(files.Main.Name, copy.Line, "The sizes add up to more than an exabyte.", "Check the unit: sizes are in bytes.");
            if (copy.IsSizeUnknown)
                tally.WithoutSize++;
            LookAlikes.Add(copy.ResourceId);
            Sample(copy);
            yield return copy;
        }
    }

    private RowStream<TRow> Tracked<TRow>(RowStream<TRow> rows)
        where TRow : class
    {
        tally.Facts = rows.Facts;
        return rows;
    }

    private IEnumerable<StagedCopy> S3(S3Inventory inventory, string manifest, CancellationToken cancellationToken)
    {
        if (CloudPartitions.Contradiction(locations.Find(source.LocationId!.Value), inventory.Partition, inventory.Region) is { } contradiction)
            throw new UnreadableFileException(manifest, null, contradiction, "Choose the source that the file belongs to, or correct the source's location.");
        return Folded(Tracked(inventory.Read(cancellationToken)), inventory.Coverage);
    }

    private IEnumerable<StagedCopy> OwnRows(string file, IEnumerable<Parsed<CopyRow>> rows)
    {
        foreach (var parsed in rows)
        {
            if (!parsed.IsAccepted)
            {
                Reject(parsed.Rejection);
                continue;
            }

            var row = parsed.Row;
            var (locationId, rejection) = locations.Resolve(row.Operator, row.Country, row.Region);
            if (rejection is not null)
            {
                Reject(new(file, row.Line, rejection.Column, rejection.Value, rejection.Reason) { Names = new("", row.ResourceId) });
                continue;
            }

            if (row.Bytes > MostBytes)
            {
                Reject(new(file, row.Line, "bytes", row.Bytes.Value.ToString(), "is more than an exabyte; sizes are in bytes") { Names = new("", row.ResourceId) });
                continue;
            }

            tally.Accept();
            yield return new(
                row.Line, row.ResourceId, datasets.Resolve(row.Dataset), locationId, Enum.Parse<CopyRole>(row.Role, ignoreCase: true),
                row.Bytes ?? 0, row.Records, null, row.Fingerprint, row.RetainUntil, row.CreatedAt)
            {
                IsSizeUnknown = row.Bytes is null,
            };
        }
    }

    private IEnumerable<StagedCopy> Buckets(string file, IEnumerable<Parsed<BucketRow>> rows)
    {
        foreach (var parsed in rows)
        {
            if (!parsed.IsAccepted)
            {
                Reject(parsed.Rejection);
                continue;
            }

            var row = parsed.Row;
            if (row.Bytes > MostBytes)
            {
                Reject(new(file, row.Position, "approximateSize", row.Bytes.Value.ToString(), "is more than an exabyte; sizes are in bytes") { Names = new("", row.Ocid) });
                continue;
            }

            tally.Accept();
            var region = CloudRegions.FindByOracleKey(row.RegionKey) ?? CloudRegions.Find("Oracle", row.RegionKey);
            var (locationId, _) = locations.Resolve("Oracle", region?.Country ?? "unknown", region?.Region ?? row.RegionKey);
            var resource = mapping.OfBucket(row.Name, row.FreeformTags);
            var role = resource.DatasetName is not null && row.StorageTier == "Archive" ? CopyRole.Archive : resource.Role;
            yield return new(
                row.Position, row.Ocid, datasets.Resolve(resource.DatasetUrn, resource.DatasetName), locationId, role,
                row.Bytes ?? 0, null, row.Objects, null, null, row.CreatedAt)
            {
                IsSizeUnknown = row.Bytes is null,
                Coverage = row.Coverage.Length <= Copy.MaxCoverageLength ? row.Coverage : row.Coverage[..Copy.MaxCoverageLength],
            };
        }
    }

    private IEnumerable<StagedCopy> Folded(IEnumerable<Parsed<ObjectRow>> rows, string? coverage)
    {
        var fold = new ObjectFold(mapping);
        foreach (var parsed in rows)
        {
            var rejection = parsed.Rejection ?? TooLarge(parsed.Row!);
            if (rejection is not null)
            {
                tally.Reject(rejection);
                if (rejection.Names is { } name)
                    fold.AddNamed(name, rejection.Line);
                continue;
            }

            tally.Accept();
            fold.Add(parsed.Row!);
        }

        if (fold.Resources > 0)
        {
            var objects = tally.Accepted == 1 ? "1 object" : $"{tally.Accepted:N0} objects";
            tally.Notes.Add($"The source's mapping rules combined {objects} into {ImportText.Counted(fold.Resources, SourceKind.Inventory)}.");
        }

        foreach (var copy in fold.Copies(datasets, source.LocationId!.Value, coverage))
            yield return copy;
    }

    private static RowRejection? TooLarge(ObjectRow row) => row.Bytes > MostBytes
        ? new(row.File, row.Line, "size", row.Bytes.Value.ToString(), "is more than an exabyte") { Names = new(row.Container, row.Path) }
        : null;

    private void Reject(RowRejection rejection)
    {
        tally.Reject(rejection);
        if (rejection.Names is { } name && tally.Named.Count < ImportTally.MostRejectionsKept)
            tally.Named.Add(name.Path);
    }

    private void Sample(StagedCopy copy)
    {
        if (!tally.WantsSample)
            return;
        tally.AddSample(
            VisibleText.Whole(copy.ResourceId), datasets.NameOf(copy.DatasetId), locations.NameOf(copy.LocationId), copy.Role.ToString(),
            copy.IsSizeUnknown ? (copy.Bytes == 0 ? "not known" : $"at least {copy.Bytes}") : copy.Bytes.ToString(),
            copy.Records?.ToString(), copy.Fingerprint, copy.RetainUntil?.ToString("yyyy-MM-dd"), copy.CreatedAt?.ToString("yyyy-MM-dd HH:mm 'UTC'"));
    }
}
