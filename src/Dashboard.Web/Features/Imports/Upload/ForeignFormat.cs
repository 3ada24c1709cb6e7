namespace Dashboard.Web.Features.Imports.Upload;

/// <param name="Command">The command of this step, if it has one.</param>
internal sealed record FormatStep(string Text, string? Command = null);

/// <summary>A format that another system writes, with instructions for that system.</summary>
internal sealed record ForeignFormat(string Slug, string Title, string Purpose, IReadOnlyList<FormatStep> Steps)
{
    public static readonly IReadOnlyList<ForeignFormat> All =
    [
        // Amazon S3 User Guide, "Cataloging and analyzing your data with S3 Inventory".
        new("s3", "AWS S3 Inventory",
            "Every object of a bucket, as S3 lists it daily or weekly: manifest.json and the CSV files that it names. The source's mapping rules combine the objects into one copy for each dataset. The source needs a location, because the inventory does not name a region.",
            [
                new("Set up an inventory of the bucket as CSV, with the fields Size and LastModifiedDate:", """
                    aws s3api put-bucket-inventory-configuration --bucket BUCKET --id dashboard \
                      --inventory-configuration '{"Id": "dashboard", "IsEnabled": true, "IncludedObjectVersions": "All",
                        "Schedule": {"Frequency": "Daily"}, "OptionalFields": ["Size", "LastModifiedDate"],
                        "Destination": {"S3BucketDestination": {"Bucket": "arn:aws:s3:::DESTINATION", "Format": "CSV"}}}'
                    """),
                new("Download the manifest of one day and the data files that it lists:", """
                    aws s3 cp --recursive s3://DESTINATION/BUCKET/dashboard/2025-06-01T01-00Z/ inventory/
                    aws s3 cp --recursive s3://DESTINATION/BUCKET/dashboard/data/ inventory/ --exclude '*' \
                      $(jq -r '.files[].key | split("/") | last | "--include " + .' inventory/manifest.json)
                    """),
                new("Choose the folder in New import, or put it in the source's inbox. The dashboard compares sizes and MD5 checksums with the manifest, and takes the time of the inventory from it."),
            ]),

        // Apache Hadoop, "Offline Image Viewer Guide".
        new("hdfs", "HDFS listing",
            "Every file of a Hadoop cluster, from an image of its name node. The source's mapping rules on path prefixes combine the files into one copy for each dataset. The source needs a location.",
            [
                new("Fetch the newest image and print it as tab-separated text, with times in UTC:", """
                    hdfs dfsadmin -fetchImage image/
                    TZ=UTC hdfs oiv -p Delimited -i image/fsimage_* -o listing.tsv
                    gzip listing.tsv
                    """),
                new("In New import, enter the time of the image under “As of”; the listing does not include it."),
            ]),

        // Oracle Cloud Infrastructure CLI, "oci os bucket get"; "oci os bucket list" prints neither OCIDs nor sizes.
        new("oracle", "Oracle Object Storage buckets",
            "Every bucket with its approximate size, as the CLI or the REST API prints it. The region is read from the bucket's OCID, so one source can list several regions. Each bucket becomes one copy; mapping rules on its name or a tag assign it to a dataset.",
            [
                new("Print each bucket with its size and count, which the CLI leaves out by default, and collect them in one list:", """
                    for name in $(oci os bucket list --compartment-id "$COMPARTMENT" --all --query 'data[].name' | jq -r '.[]'); do
                      oci os bucket get --bucket-name "$name" --fields approximateSize --fields approximateCount
                    done | jq -s 'map(.data)' > buckets.json
                    """),
                new("Oracle updates sizes only now and then. They may be out of date, and a new bucket has none; it counts as a copy of zero bytes."),
            ]),
    ];
}
