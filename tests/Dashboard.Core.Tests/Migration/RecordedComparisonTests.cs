using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using static Dashboard.Core.Tests.Migration.CopyGens;

namespace Dashboard.Core.Tests.Migration;

public sealed class RecordedComparisonTests
{
    private static readonly CopyEvidence In = Inside(fingerprint: null);
    private static readonly CopyEvidence Out = Outside(fingerprint: null);

    [Fact]
    public void Record_Complete_KeepsWhatWasComparedAndSaid()
    {
        var facts = new ComparisonFacts(
            ComparisonMethod.Sampled, 10_000, 0, ComparisonResult.Equal, Days.Noon, " comparer 2.1 ", " ", new string('A', 64), " all good ");

        var recorded = RecordedComparison.Record(7, 1, Seen(In), 2, Seen(Out), facts, "Ada", Days.Noon).Value;

        Assert.Equal((7L, 1L, 2L, "Ada"), (recorded.DatasetId, recorded.InsideCopyId, recorded.OutsideCopyId, recorded.RecordedBy));
        Assert.Equal(("comparer 2.1", null, new string('a', 64), "all good"), (recorded.ComparedBy, recorded.EvidenceLink, recorded.EvidenceSha256, recorded.Note));
        Assert.Equal((10_000L, 0L), (recorded.SampleSize, recorded.Mismatches));
        Assert.Equal(Seen(In), recorded.Inside);
    }

    [Fact]
    public void Record_NotASample_KeepsNoSampleSize()
    {
        var recorded = Record(Facts() with { SampleSize = 5, Mismatches = 5 }).Value;

        Assert.Equal((null, null), (recorded.SampleSize, recorded.Mismatches));
    }

    [Theory]
    [InlineData(null, 0L)]
    [InlineData(0L, 0L)]
    [InlineData(10L, null)]
    [InlineData(10L, -1L)]
    [InlineData(10L, 11L)]
    public void Record_SampleWithoutItsNumbers_IsRefused(long? size, long? mismatches) =>
        Assert.IsType<SampleInvalid>(Record(Sample(size, mismatches)).Refusal);

    [Fact]
    public void Record_EqualWithMismatches_IsRefused()
    {
        Assert.Equal(new SampleContradictsResult(1), Record(Sample(10, 1)).Refusal);
        Assert.True(Record(Sample(10, 1) with { Result = ComparisonResult.Different }).IsDone);
    }

    [Fact]
    public void Record_InTheFuture_IsRefused() =>
        Assert.IsType<ComparedInTheFuture>(Record(Facts() with { ComparedAt = Days.Noon.AddSeconds(1) }).Refusal);

    [Fact]
    public void Record_WithoutAComparer_IsRefused()
    {
        Assert.IsType<ComparerInvalid>(Record(Facts() with { ComparedBy = " " }).Refusal);
        Assert.IsType<ComparerInvalid>(Record(Facts() with { ComparedBy = new string('c', 201) }).Refusal);
    }

    [Fact]
    public void Record_WithoutEvidence_IsRefused() =>
        Assert.IsType<ComparisonWithoutEvidence>(Record(Facts() with { EvidenceLink = " ", EvidenceSha256 = "" }).Refusal);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("evidence/1")]
    [InlineData("file:///etc/passwd")]
    public void Record_LinkThatIsNotAWebAddress_IsRefused(string link) =>
        Assert.IsType<EvidenceLinkInvalid>(Record(Facts() with { EvidenceLink = link }).Refusal);

    [Fact]
    public void Record_LinkTooLong_IsRefused() =>
        Assert.IsType<EvidenceLinkInvalid>(Record(Facts() with { EvidenceLink = $"https://evidence.example/{new string('e', 500)}" }).Refusal);

    [Theory]
    [InlineData("abc")]
    [InlineData("zz34567890123456789012345678901234567890123456789012345678901234")]
    public void Record_InvalidHash_IsRefused(string hash) =>
        Assert.IsType<EvidenceHashInvalid>(Record(Facts() with { EvidenceSha256 = hash }).Refusal);

    [Fact]
    public void Record_NoteLongerThanItsColumn_IsRefused() =>
        Assert.IsType<TextTooLong>(Record(Facts() with { Note = new string('n', 1001) }).Refusal);

    [Fact]
    public void Revoke_WithReason_IsRecordedAndNoLongerCounts()
    {
        var recorded = Compared(In, Out);

        Assert.True(recorded.Revoke("Grace", " wrong run ", Days.Noon.AddDays(1)).IsDone);

        Assert.Equal(("Grace", "wrong run", Days.Noon.AddDays(1)), (recorded.RevokedBy, recorded.RevocationReason, recorded.RevokedAt!.Value));
        Assert.Equal(ComparisonEnd.Revoked, recorded.WhyNot(In, Out));
    }

    [Fact]
    public void Revoke_WithoutReasonOrTwice_IsRefused()
    {
        var recorded = Compared(In, Out);
        Assert.IsType<RevocationNeedsReason>(recorded.Revoke("Grace", " ", Days.Noon).Refusal);
        Assert.IsType<TextTooLong>(recorded.Revoke("Grace", new string('r', 1001), Days.Noon).Refusal);
        Assert.True(recorded.IsValidFor(In, Out));

        Assert.True(recorded.Revoke("Grace", "wrong run", Days.Noon).IsDone);
        Assert.IsType<ComparisonAlreadyRevoked>(recorded.Revoke("Ada", "again", Days.Noon).Refusal);
        Assert.Equal("Grace", recorded.RevokedBy);
    }

    [Fact]
    public void WhyNot_EitherCopyChangedOrGone_SaysWhich()
    {
        var recorded = Compared(In, Out);

        Assert.Null(recorded.WhyNot(In, Out));
        Assert.Equal(ComparisonEnd.InsideCopyChanged, recorded.WhyNot(In with { Bytes = 101 }, Out));
        Assert.Equal(ComparisonEnd.InsideCopyChanged, recorded.WhyNot(In with { Fingerprint = "aa" }, Out));
        Assert.Equal(ComparisonEnd.OutsideCopyChanged, recorded.WhyNot(In, Out with { Records = 1 }));
        Assert.Equal(ComparisonEnd.InsideCopyGone, recorded.WhyNot(null, Out));
        Assert.Equal(ComparisonEnd.InsideCopyGone, recorded.WhyNot(In with { State = CopyState.Missing }, Out));
        Assert.Equal(ComparisonEnd.InsideCopyGone, recorded.WhyNot(In with { Position = Position.Outside }, Out));
        Assert.Equal(ComparisonEnd.OutsideCopyGone, recorded.WhyNot(In, null));
        Assert.Equal(ComparisonEnd.OutsideCopyGone, recorded.WhyNot(In, Out with { State = CopyState.VerifiedAbsent }));
    }

    [Fact]
    public void IsValidFor_SomethingOtherThanContentChanged_IsStillTrue() =>
        Assert.True(Compared(In, Out).IsValidFor(In with { Role = CopyRole.Primary }, Out with { State = CopyState.DeletionPending, Position = Position.Unknown }));

    private static ComparisonFacts Sample(long? size, long? mismatches) =>
        Facts() with { Method = ComparisonMethod.Sampled, SampleSize = size, Mismatches = mismatches };

    private static Result<RecordedComparison> Record(ComparisonFacts facts) =>
        RecordedComparison.Record(7, InsideId, Seen(In), OutsideId, Seen(Out), facts, "Ada", Days.Noon);
}
