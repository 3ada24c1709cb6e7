using Dashboard.Core.Administration;
using Dashboard.Core.Inventory;
using Dashboard.Testing;

namespace Dashboard.Benchmarks.Deletions;

/// <summary>Datasets with two equal copies inside and five outside, at two locations and in two roles, and the people who decide.</summary>
internal sealed class LargeBatch
{
    private const int OutsidePerDataset = 5;

    private LargeBatch(Member lead, Member legal, Member privacy) => (Lead, Legal, Privacy) = (lead, legal, privacy);

    public Member Lead { get; }

    public Member Legal { get; }

    public Member Privacy { get; }

    public static async Task<LargeBatch> FillAsync(SqliteTestDatabase database, DateTimeOffset now, int items, CancellationToken cancellationToken)
    {
        var programme = new ProgrammeBuilder(database, now);
        foreach (var dataset in programme.Datasets(items / OutsidePerDataset))
        {
            programme.Copy(dataset, programme.Ashburn, CopyRole.Primary, fingerprint: dataset.Urn, resource: $"oci/primary/{dataset.Id}");
            programme.Copy(dataset, programme.Ashburn, CopyRole.Backup, fingerprint: dataset.Urn, resource: $"oci/backup/{dataset.Id}");
            for (var number = 0; number < OutsidePerDataset; number++)
            {
                programme.Copy(
                    dataset, number < 2 ? programme.Virginia : programme.Singapore, number % 2 == 0 ? CopyRole.Replica : CopyRole.Backup,
                    bytes: 1_000_000L + (number * 7919), fingerprint: dataset.Urn, resource: $"own/{number}/{dataset.Id}");
            }
        }

        await programme.SettleAsync(cancellationToken);
        return new(
            programme.Member(Roles.GovernanceLead, unit: "Oversight"), programme.Member(Roles.Reviewer, unit: "Legal"), programme.Member(Roles.Reviewer, unit: "Privacy"));
    }
}
