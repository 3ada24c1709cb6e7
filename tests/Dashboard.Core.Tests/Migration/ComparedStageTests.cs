using CsCheck;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using static Dashboard.Core.Tests.Migration.CopyGens;

namespace Dashboard.Core.Tests.Migration;

/// <summary>How recorded comparisons affect the stage.</summary>
public sealed class ComparedStageTests
{
    private static readonly CopyEvidence In = Inside(fingerprint: null);
    private static readonly CopyEvidence Out = Outside(fingerprint: null);

    [Fact]
    public void Stage_ComparedEqual_IsVerified()
    {
        Assert.Equal(Stage.Copying, Of([In, Out]));
        Assert.Equal(Stage.Verified, Of([In, Out], Compared(In, Out)));
    }

    [Fact]
    public void Stage_ComparedEqualAgainstDifferingFingerprints_IsVerified()
    {
        var other = In with { Fingerprint = "bb" };
        Assert.Equal(Stage.Verified, Of([other, Outside()], Compared(other, Outside())));
    }

    [Fact]
    public void Stage_ComparedDifferent_OutweighsEqualNumbers()
    {
        Assert.Equal(Stage.Verified, Of([Inside(), Outside()]));
        Assert.Equal(Stage.Copying, Of([Inside(), Outside()], Compared(Inside(), Outside(), ComparisonResult.Different)));
    }

    [Fact]
    public void Stage_ComparedDifferentButAnotherCopyIsEqual_IsVerified()
    {
        var another = Inside(id: 3);
        Assert.Equal(Stage.Verified, Of([Inside(), another, Outside()], Compared(Inside(), Outside(), ComparisonResult.Different)));
    }

    [Fact]
    public void Stage_ComparedTwice_TheLatestCounts()
    {
        var (equal, different) = (Compared(In, Out, hours: 1), Compared(In, Out, ComparisonResult.Different, hours: 2));
        Assert.Equal(Stage.Copying, Of([In, Out], equal, different));
        Assert.Equal(Stage.Copying, Of([In, Out], different, equal));
        Assert.Equal(Stage.Verified, Of([In, Out], different, Compared(In, Out, hours: 3)));
    }

    [Fact]
    public void Stage_LatestComparisonRevoked_TheOneBeforeCounts()
    {
        var (equal, different) = (Compared(In, Out, hours: 1), Compared(In, Out, ComparisonResult.Different, hours: 2));
        _ = different.Revoke("Ada", "wrong run", Days.Noon);
        Assert.Equal(Stage.Verified, Of([In, Out], equal, different));
    }

    [Fact]
    public void Stage_ComparedWithACopyThatIsNotTheReference_IsCopying()
    {
        var backup = Outside(CopyRole.Backup, fingerprint: null, id: 3);
        Assert.Equal(Stage.Copying, Of([In, Out, backup], Compared(In, backup)));
    }

    [Fact]
    public void Explain_ByRecordedComparison_SaysSo()
    {
        var second = Outside(fingerprint: "aa", id: 3);
        Assert.Equal(
            "An equal copy is inside for the outside copy that counts, by recorded comparison.",
            new StageRule([In, Out], [Compared(In, Out)]).Explain()[(int)Stage.Verified].Evidence);
        Assert.Equal(
            "An equal copy is inside for all 2 outside copies that count, for 1 of them by recorded comparison.",
            new StageRule([In, Inside(id: 4), Out, second], [Compared(In, Out)]).Explain()[(int)Stage.Verified].Evidence);
    }

    /// <summary>When one of the two copies changes, the comparison has no effect, whatever the other copies are.</summary>
    [Fact]
    public void Stage_ComparedCopyChangedSince_IsAsWithoutTheComparison() =>
        Gen.Select(Copies, AnyCopy, AnyCopy, AnyCopy, Gen.Enum<ComparisonResult>(), Gen.Bool)
            .Where((_, one, other, changed, _, isInside) => Differs(isInside ? one : other, changed))
            .Sample((copies, one, other, changed, result, isInside) =>
            {
                var comparison = Compared(one, other, result);
                var now = (isInside ? one : other) with { Bytes = changed.Bytes, Records = changed.Records, Fingerprint = changed.Fingerprint };
                CopyEvidence[] all = isInside ? [.. copies, now, other] : [.. copies, one, now];

                Assert.Equal(Of(all), Of(all, comparison));
            });

    [Fact]
    public void Stage_OneMoreEqualComparison_NeverFallsBack() =>
        Gen.Select(Copies, Gen.Int[0, 5], Gen.Int[0, 5]).Where((copies, _, _) => copies.Length > 0).Sample((copies, one, other) =>
            Assert.True(Of(copies, Compared(copies[one % copies.Length], copies[other % copies.Length])) >= Of(copies)));

    [Fact]
    public void Stage_ComparisonsInAnyOrder_IsTheSame()
    {
        var comparisons =
            from copies in Copies.Where(copies => copies.Length > 0)
            from pairs in Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Enum<ComparisonResult>()).Array[0, 5]
            let made = pairs.Select((pair, hour) => Compared(copies[pair.Item1 % copies.Length], copies[pair.Item2 % copies.Length], pair.Item3, hour)).ToArray()
            from shuffled in Gen.Shuffle(made.ToArray())
            select (copies, made, shuffled);
        comparisons.Sample((copies, made, shuffled) => Assert.Equal(Of(copies, made), Of(copies, shuffled)));
    }

    private static bool Differs(CopyEvidence copy, CopyEvidence changed) =>
        (copy.Bytes, copy.Records, copy.Fingerprint) != (changed.Bytes, changed.Records, changed.Fingerprint);

    private static Stage Of(CopyEvidence[] copies, params RecordedComparison[] comparisons) => new StageRule(copies, comparisons).Stage;
}
