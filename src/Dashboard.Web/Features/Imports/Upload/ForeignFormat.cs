namespace Dashboard.Web.Features.Imports.Upload;

/// <param name="Command">What to type, where there is something to type.</param>
internal sealed record FormatStep(string Text, string? Command = null);

/// <summary>A format that other systems write, and how to make them write it.</summary>
internal sealed record ForeignFormat(string Slug, string Title, string Purpose, IReadOnlyList<FormatStep> Steps)
{
    public static readonly IReadOnlyList<ForeignFormat> All =
    [
        // Amazon S3 User Guide, "Cataloging and analyzing your data with S3 Inventory".
        new("s3", "AWS S3 Inventory",
            "Every object of a bucket, as S3 lists it daily or weekly: manifest.json and the CSV files that it names. Objects are folded into one copy for each dataset by the source's mapping rules. The source needs a location, because the inventory does not name a region.",
            [
                new("Let S3 write inventories of the bucket, as CSV, with the fields Size and LastModifiedDate:", """
                    aws s3api put-bucket-inventory-configuration --bucket BUCKET --id dashboard \
                      --inventory-configuration '{"Id": "dashboard", "IsEnabled": true, "IncludedObjectVersions": "All",
                        "Schedule": {"Frequency": "Daily"}, "OptionalFields": ["Size", "LastModifiedDate"],
                        "Destination": {"S3BucketDestination": {"Bucket": "arn:aws:s3:::DESTINATION", "Format": "CSV"}}}'
                    """),
                new("Fetch one: the manifest of a day, and the data files that it lists.", """
                    aws s3 cp --recursive s3://DESTINATION/BUCKET/dashboard/2025-06-01T01-00Z/ inventory/
                    aws s3 cp --recursive s3://DESTINATION/BUCKET/dashboard/data/ inventory/ --exclude '*' \
                      $(jq -r '.files[].key | split("/") | last | "--include " + .' inventory/manifest.json)
                    """),
                new("Choose the folder in New import, or leave it in the source's inbox. Sizes and MD5 checksums are compared with the manifest. The time of the inventory is taken from it."),
            ]),

        // Apache Hadoop, "Offline Image Viewer Guide".
        new("hdfs", "HDFS listing",
            "Every file of a Hadoop cluster, from an image of its name node. Files are folded into one copy for each dataset by the source's mapping rules on path prefixes. The source needs a location.",
            [
                new("Fetch the newest image and print it, separated by tabs and with times in UTC:", """
                    hdfs dfsadmin -fetchImage image/
                    TZ=UTC hdfs oiv -p Delimited -i image/fsimage_* -o listing.tsv
                    gzip listing.tsv
                    """),
                new("Say as of when the image is; the listing does not."),
            ]),

        // Oracle Cloud Infrastructure CLI, "oci os bucket get": list has neither the OCID nor the sizes.
        new("oracle", "Oracle Object Storage buckets",
            "Every bucket with its approximate size, as the CLI or the REST API prints it. The region is read from the bucket's OCID, so one source can list several regions. A bucket becomes one copy; rules on its name or a tag say of which dataset.",
            [
                new("Print each bucket with size and count, which are left out unless asked for, and gather them into one list:", """
                    for name in $(oci os bucket list --compartment-id "$COMPARTMENT" --all --query 'data[].name' | jq -r '.[]'); do
                      oci os bucket get --bucket-name "$name" --fields approximateSize --fields approximateCount
                    done | jq -s 'map(.data)' > buckets.json
                    """),
                new("Oracle counts sizes now and then: they lag behind, and a new bucket has none. Such a bucket counts as a copy of zero bytes."),
            ]),
    ];
}
