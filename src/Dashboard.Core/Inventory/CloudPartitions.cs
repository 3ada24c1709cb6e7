namespace Dashboard.Core.Inventory;

/// <summary>
/// The partitions of AWS: groups of regions that share no accounts and no data, named in every ARN. A file of one partition cannot describe a
/// location in another. Source: AWS, "Amazon Resource Names (ARNs)".
/// </summary>
public static class CloudPartitions
{
    private const string Aws = "AWS";

    private static readonly (string Start, string Partition)[] Partitions =
        [("cn-", "aws-cn"), ("us-gov-", "aws-us-gov"), ("us-iso-", "aws-iso"), ("us-isob-", "aws-iso-b"), ("eu-isoe-", "aws-iso-e"), ("us-isof-", "aws-iso-f"), ("eusc-", "aws-eusc")];

    /// <summary>How what a file says contradicts the location that it is imported for, as a sentence; null if it does not.</summary>
    /// <param name="partition">The partition in the file, such as <c>aws-cn</c>; null if it names none.</param>
    /// <param name="region">The region in the file; null if it names none.</param>
    public static string? Contradiction(Location location, string? partition, string? region)
    {
        var isAws = string.Equals(location.Operator, Aws, StringComparison.OrdinalIgnoreCase);
        if (partition is not null && (isAws ? partition != PartitionOf(location.Region) : IsForeign(partition)))
            return $"The file belongs to the AWS partition {partition}, but the source's location is {location.Name}, which is not in it.";
        if (isAws && region is not null && !region.Equals(location.Region, StringComparison.OrdinalIgnoreCase))
            return $"The file is of the AWS region {region}, but the source's location is {location.Name}.";
        return null;
    }

    private static string PartitionOf(string region) =>
        Array.Find(Partitions, known => region.StartsWith(known.Start, StringComparison.OrdinalIgnoreCase)) is { Partition: { } partition } ? partition : "aws";

    // Other stores that speak S3 write "aws", too; the other partitions are only AWS itself.
    private static bool IsForeign(string partition) => Array.Exists(Partitions, known => known.Partition == partition);
}
