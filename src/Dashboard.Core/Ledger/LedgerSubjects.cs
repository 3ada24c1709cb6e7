using System.Globalization;
using Dashboard.Core.Administration;
using Dashboard.Core.Deletions;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Ledger;

namespace Dashboard.Core.Ledger;

/// <summary>The subjects that entries refer to.</summary>
public static class LedgerSubjects
{
    public const string MemberKind = "member";
    public const string DatasetKind = "dataset";
    public const string CopyKind = "copy";
    public const string WaveKind = "wave";
    public const string LocationKind = "location";
    public const string ClassificationKind = "classification";
    public const string BoundaryRuleKind = "boundary-rule";
    public const string SourceKind = "source";
    public const string MappingRuleKind = "mapping-rule";
    public const string ImportKind = "import";
    public const string BatchKind = "batch";
    public const string HoldKind = "hold";
    public const string QuorumRuleKind = "quorum-rule";
    public const string ApiTokenKind = "api-token";
    public const string ProgrammeKind = "programme";
    public const string LedgerKind = "ledger";

    /// <summary>The whole programme, for entries such as a day's figures.</summary>
    public static readonly LedgerSubject Programme = new(ProgrammeKind, "programme");

    public static readonly LedgerSubject Ledger = new(LedgerKind, "ledger");

    public static LedgerSubject Of(Member member) => new(MemberKind, Text(member.Id), member.Name);

    public static LedgerSubject Of(Dataset dataset) => OfDataset(dataset.Id, dataset.Name);

    public static LedgerSubject OfDataset(long id, string? name = null) => new(DatasetKind, Text(id), name);

    public static LedgerSubject OfCopy(long id, string? resourceId = null) => new(CopyKind, Text(id), resourceId);

    public static LedgerSubject Of(Wave wave) => new(WaveKind, Text(wave.Id), wave.Name);

    public static LedgerSubject Of(Location location) => new(LocationKind, Text(location.Id), location.Name);

    public static LedgerSubject Of(Classification classification) => new(ClassificationKind, Text(classification.Id), classification.Name);

    public static LedgerSubject Of(BoundaryRule rule) => new(BoundaryRuleKind, Text(rule.Id), $"{rule.Operator} in {rule.Country}");

    public static LedgerSubject Of(Source source) => OfSource(source.Id, source.Name);

    public static LedgerSubject OfSource(long id, string? name = null) => new(SourceKind, Text(id), name);

    public static LedgerSubject Of(MappingRule rule) => new(MappingRuleKind, Text(rule.Id), rule.Pattern);

    public static LedgerSubject Of(Import import) => new(ImportKind, Text(import.Id), import.Files.Count == 1 ? import.Files[0].Name : null);

    public static LedgerSubject Of(ApiToken token) => new(ApiTokenKind, Text(token.Id), token.Name);

    public static LedgerSubject Of(DeletionBatch batch) => new(BatchKind, Text(batch.Id), batch.Name);

    public static LedgerSubject Of(LegalHold hold) => new(HoldKind, Text(hold.Id), hold.Matter);

    public static LedgerSubject Of(QuorumRule rule) => new(QuorumRuleKind, Text(rule.Id));

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
