using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;

namespace Dashboard.Core.Tests.Imports;

public sealed class MappingRuleTests
{
    [Theory]
    [InlineData(MappingKind.Bucket, " ", "urn:x", typeof(MappingPatternInvalid))]
    [InlineData(MappingKind.Tag, "dataset", "urn:x", typeof(MappingTagInvalid))]
    [InlineData(MappingKind.Bucket, "chat", " ", typeof(MappingDatasetInvalid))]
    public void Create_SomethingMissing_IsRefused(MappingKind kind, string pattern, string urn, Type refusal) =>
        Assert.IsType(refusal, MappingRule.Create(1, kind, pattern, urn, CopyRole.Primary).Refusal);

    [Fact]
    public void Create_LongerThanItsColumns_IsRefused()
    {
        Assert.IsType<MappingPatternInvalid>(MappingRule.Create(1, MappingKind.Bucket, new string('p', 501), "urn:x", CopyRole.Primary).Refusal);
        Assert.IsType<MappingDatasetInvalid>(MappingRule.Create(1, MappingKind.Bucket, "p", new string('u', 301), CopyRole.Primary).Refusal);
    }

    [Fact]
    public void Create_Tag_KeepsKeyAndValue() =>
        Assert.Equal("dataset=chat", MappingRule.Create(1, MappingKind.Tag, " dataset=chat ", "urn:x", CopyRole.Primary).Value.Pattern);
}
