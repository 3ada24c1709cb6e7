using System.Text;
using Dashboard.Core.Findings;
using Dashboard.Core.Imports;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Testing;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Imports;

/// <summary>What real and damaged files may prove. Each test's first word is the number of the case that it settles.</summary>
public sealed class CaseTests : IAsyncDisposable
{
    private readonly ImportBench bench = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact(DisplayName = "01-rejected-row-proves-deletion: five of 107 rows not understood prove nothing and wait for a person")]
    public async Task RejectedRowProvesNothing()
    {
        await bench.ImportAsync(Vault(107));
        for (var row = 0; row < 5; row++)
            await bench.SetStateAsync($"vault/{row:D3}", CopyState.DeletionReported);
        bench.Clock.Now += TimeSpan.FromDays(1);

        var import = await bench.PreviewAsync([("vault.csv", Encoding.UTF8.GetBytes(Vault(107, unread: 5)))], origin: ImportBench.Pushed(107));
        Assert.False(import.MayApplyItself);
        Assert.Contains("whose deletion was reported", import.WaitsBecause, StringComparison.Ordinal);
        import = await bench.ApplyAsync(import);

        Assert.Equal((0, 0, 5, 5), (import.Counts.VerifiedAbsent, import.Counts.Vanished, import.Counts.NotUnderstood, import.Counts.Unproved));
        Assert.Contains(import.Notes, note => note.Contains("5 copies reported deleted are not listed, but not proved absent: a row that names the copy was not understood", StringComparison.Ordinal));
        var copies = await bench.CopiesAsync();
        Assert.Equal(5, copies.Count(copy => copy.State is CopyState.DeletionReported && copy.NotUnderstoodImportId == import.Id));
    }

    [Theory(DisplayName = "01-rejected-row-proves-deletion: a row that could be any copy makes the import partial")]
    [InlineData(",urn:test:vault,Meridian,SG,vault-2,backup,1,,,,\n")]
    [InlineData("vault/000,urn:test:vault,Meridian,SG,vault-2,backup,1,000,,,,\n")]
    public async Task UnreadableIdIsAny(string broken)
    {
        await bench.ImportAsync(Vault(50));
        await bench.SetStateAsync("vault/000", CopyState.DeletionReported);
        bench.Clock.Now += TimeSpan.FromDays(1);

        var import = await bench.ImportAsync(Vault(50, from: 2) + broken, origin: ImportBench.Pushed(49));

        Assert.Equal((false, 0, 0, 1), (import.IsComplete, import.Counts.VerifiedAbsent, import.Counts.Vanished, import.Counts.Unproved));
        Assert.Contains("could be about any copy", import.PartialBecause, StringComparison.Ordinal);
        Assert.Null((await SourceAsync()).LastCompleteAsOf is { } complete && complete == import.AsOf ? "complete" : null);
    }

    [Fact(DisplayName = "03-rejected-row-makes-inside-copy-vanish: the copy stays as it was, marked as not understood")]
    public async Task RejectedRowKeepsTheCopy()
    {
        string File(string size) => ImportBench.Header + string.Concat(Enumerable.Range(0, 30).Select(row => $"rj/{row:D2},urn:sem:rej,Oracle,US,us-ashburn-1,primary,{(row == 7 ? size : "1000000000000")},,,,\n"));
        await bench.ImportAsync(File("1000000000000"));
        bench.Clock.Now += TimeSpan.FromDays(1);

        var import = await bench.ImportAsync(File("1.0E+12"));

        Assert.Equal((ImportState.Applied, 0, 1), (import.State, import.Counts.Vanished, import.Counts.NotUnderstood));
        var copy = (await bench.CopiesAsync())[7];
        Assert.Equal((CopyState.Present, 1_000_000_000_000, (long?)import.Id), (copy.State, copy.Bytes, copy.NotUnderstoodImportId));
        await using (var context = bench.Database.CreateDbContext())
            Assert.Empty(context.Findings);

        bench.Clock.Now += TimeSpan.FromDays(1);
        await bench.ImportAsync(File("1000000000000"));
        Assert.Null((await bench.CopiesAsync())[7].NotUnderstoodImportId);
    }

    [Fact(DisplayName = "03-rejected-row-makes-inside-copy-vanish: a rejected row about a missing copy shows that it is there again")]
    public async Task RejectedRowIsASign()
    {
        await bench.ImportAsync(Vault(40));
        bench.Clock.Now += TimeSpan.FromDays(1);
        await bench.ImportAsync(Vault(40, from: 1));
        Assert.Equal(CopyState.Missing, (await bench.CopiesAsync())[0].State);
        bench.Clock.Now += TimeSpan.FromDays(1);

        await bench.ImportAsync(Vault(40, unread: 1));

        Assert.Equal((CopyState.Reappeared, 1000), ((await bench.CopiesAsync())[0].State, (await bench.CopiesAsync())[0].Bytes));
    }

    [Theory(DisplayName = "Proof: each condition that an import fails is its own reason")]
    [InlineData(true, true, 0, true, null)]
    [InlineData(false, true, 0, true, "lists only a part")]
    [InlineData(true, false, 0, true, "is whole")]
    [InlineData(true, true, 0, false, "does not come from the source itself")]
    public async Task EachCondition(bool isComplete, bool isStated, int _, bool isPushed, string? reason)
    {
        await bench.ImportAsync(Vault(3));
        await bench.SetStateAsync("vault/000", CopyState.DeletionReported);
        bench.Clock.Now += TimeSpan.FromDays(1);

        var import = await bench.ImportAsync(Vault(3, from: 1), isComplete: isComplete, origin: hash => new(
            TokenId: isPushed ? 900 : null, StatedRows: isStated ? 2 : null, StatedSha256: isStated ? hash : null));

        Assert.Equal(reason is null ? 1 : 0, import.Counts.VerifiedAbsent);
        Assert.Equal(reason is null ? CopyState.VerifiedAbsent : CopyState.DeletionReported, (await bench.CopiesAsync())[0].State);
        if (reason is not null)
            Assert.Contains(import.Notes, note => note.Contains($"not proved absent:", StringComparison.Ordinal) && note.Contains(reason, StringComparison.Ordinal));
    }

    [Theory(DisplayName = "Whole: a stated count or hash that is wrong refuses the file")]
    [InlineData(4, null, "states 4 rows, but 3 were read")]
    [InlineData(3, "0000000000000000000000000000000000000000000000000000000000000000", "states the SHA-256")]
    public async Task WrongStatement(long rows, string? wrong, string says)
    {
        var import = await bench.ImportAsync(Vault(3), origin: hash => new(TokenId: 900, StatedRows: rows, StatedSha256: wrong ?? hash));
        Assert.Equal(ImportState.Refused, import.State);
        Assert.Contains(says, import.Refusal, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "12-s3-empty-size: the copy is known, its size is not")]
    public async Task S3EmptySize()
    {
        var source = await S3SourceAsync(("secret", "urn:test:secret"));
        var rows = string.Concat(Enumerable.Range(0, 29).Select(row => $"\"pics\",\"p{row}/o\",\"10\"\n")) + "\"pics\",\"secret/x\",\"\"\n";

        var import = await bench.ImportAsync(S3("pics", rows), source);

        Assert.Equal((ImportState.Applied, 0), (import.State, import.Counts.Rejected));
        var secret = (await bench.CopiesAsync()).Single(copy => copy.ResourceId == "pics/secret");
        Assert.Equal((0, import.AsOf), (secret.Bytes, secret.SizeUnknownSince));
        Assert.Contains(import.Notes, note => note.Contains("whole size of 1 copy is not stated", StringComparison.Ordinal));
    }

    [Fact(DisplayName = "12-s3-empty-size: a rejected object keeps its copy, with at least the last known size")]
    public async Task S3RejectedObject()
    {
        var source = await S3SourceAsync(("secret", "urn:test:secret"));
        var others = string.Concat(Enumerable.Range(0, 29).Select(row => $"\"pics\",\"p{row}/o\",\"10\"\n"));
        await bench.ImportAsync(S3("pics", others + "\"pics\",\"secret/x\",\"500\"\n"), source);
        bench.Clock.Now += TimeSpan.FromDays(1);

        await bench.ImportAsync(S3("pics", others + "\"pics\",\"secret/x\",\"5e2\"\n"), source);

        var secret = (await bench.CopiesAsync()).Single(copy => copy.ResourceId == "pics/secret");
        Assert.Equal((CopyState.Present, 500, bench.Clock.Now), (secret.State, secret.Bytes, secret.SizeUnknownSince));
    }

    [Fact(DisplayName = "14-s3-two-buckets-one-source: the second bucket does not make the first one vanish")]
    public async Task TwoBuckets()
    {
        var source = await S3SourceAsync();
        await bench.ImportAsync(S3("bucket-a", "\"bucket-a\",\"x\",\"10\"\n"), source);
        bench.Clock.Now += TimeSpan.FromDays(1);

        var import = await bench.ImportAsync(S3("bucket-b", "\"bucket-b\",\"y\",\"20\"\n"), source);

        Assert.Equal((0, 1), (import.Counts.Vanished, import.Counts.New));
        Assert.All(await bench.CopiesAsync(), copy => Assert.Equal(CopyState.Present, copy.State));
        Assert.Contains(import.Notes, note => note.Contains("lists bucket bucket-b", StringComparison.Ordinal) && note.Contains("bucket bucket-a", StringComparison.Ordinal));

        bench.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(1, (await bench.ImportAsync(S3("bucket-a", ""), source)).Counts.Vanished);
    }

    [Theory(DisplayName = "17-s3-other-partition: a manifest that contradicts the source's location is refused")]
    [InlineData("\"destinationBucket\":\"arn:aws-cn:s3:::d\",", "partition aws-cn")]
    [InlineData("\"destinationBucket\":\"arn:aws-us-gov:s3:::d\",", "partition aws-us-gov")]
    [InlineData("\"destinationBucket\":\"arn:aws:s3:::d\",\"sourceRegion\":\"eu-west-1\",", "region eu-west-1")]
    public async Task OtherPartition(string manifest, string says)
    {
        var import = await bench.ImportAsync(S3("pics", "\"pics\",\"x\",\"10\"\n", manifest), await S3SourceAsync());
        Assert.Equal(ImportState.Refused, import.State);
        Assert.Contains(says, import.Refusal, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "23-s3-timestamps: an object with an unreadable date is counted, and the import says so")]
    public async Task UnreadableDate()
    {
        var import = await bench.ImportAsync(S3("pics", "\"pics\",\"x\",\"10\",\"1777629600000\"\n", schema: "Bucket, Key, Size, LastModifiedDate"), await S3SourceAsync());
        Assert.Equal((0, 10), (import.Counts.Rejected, (await bench.CopiesAsync()).Single().Bytes));
        Assert.Contains(import.Notes, note => note.Contains("1 value of LastModifiedDate was not understood", StringComparison.Ordinal));
    }

    [Fact(DisplayName = "24-s3-timestamp-seconds: a time before any programme is refused for every format")]
    public async Task AsOfTooEarly()
    {
        bench.Clock.Now = new(1970, 1, 21, 0, 0, 0, TimeSpan.Zero);
        var import = await bench.ImportAsync(Vault(1));
        Assert.Equal(ImportState.Refused, import.State);
        Assert.Contains("too long ago", import.Refusal, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "25-s3-object-lock: retention and hold of the store become those of the copy")]
    public async Task ObjectLock()
    {
        var import = await bench.ImportAsync(
            S3("lk", "\"lk\",\"a\",\"1\",\"2031-01-01T00:00:00.000Z\",\"ON\"\n\"lk\",\"b\",\"1\",\"2030-01-01T00:00:00.000Z\",\"OFF\"\n", schema: "Bucket, Key, Size, ObjectLockRetainUntilDate, ObjectLockLegalHoldStatus"),
            await S3SourceAsync());
        Assert.Equal(ImportState.Applied, import.State);
        var copy = (await bench.CopiesAsync()).Single();
        Assert.Equal((new DateOnly(2031, 1, 1), true), (copy.RetainUntil, copy.IsHeldBySource));
    }

    [Fact(DisplayName = "27-s3-prefix-boundary: a prefix ends at a slash")]
    public async Task PrefixBoundary()
    {
        var source = await S3SourceAsync(("user", "urn:test:user"));
        await bench.ImportAsync(S3("pics", "\"pics\",\"user/1\",\"1\"\n\"pics\",\"users-public/readme\",\"10\"\n\"pics\",\"user\",\"100\"\n"), source);
        Assert.Equal([("pics", 10L), ("pics/user", 101L)], (await bench.CopiesAsync()).Select(copy => (copy.ResourceId, copy.Bytes)));
    }

    [Fact(DisplayName = "41-oci-first-page-only: the first page makes nothing vanish")]
    public async Task FirstPage()
    {
        await bench.ImportAsync(Buckets(30));
        bench.Clock.Now += TimeSpan.FromDays(1);

        var import = await bench.ImportAsync(Buckets(25, more: ",\"opc-next-page\":\"abc\""));

        Assert.Equal((false, 0, 25), (import.IsComplete, import.Counts.Vanished, import.Counts.Unchanged));
        Assert.Contains("one page of a longer listing", import.PartialBecause, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "42-oci-concatenated-documents: every document is imported")]
    public async Task Documents()
    {
        var text = string.Join("\n", new[] { ("iad", 5), ("phx", 1), ("sin", 7) }.Select(bucket => $"{{\"data\":{Bucket(bucket.Item1, bucket.Item2, "c")}}}"));
        var import = await bench.ImportAsync(text);
        Assert.Equal((3, 3), (import.Counts.Rows, import.Counts.New));
    }

    [Fact(DisplayName = "44-oci-size-becomes-null: the last known size stays, and is said to be old")]
    public async Task SizeBecomesNull()
    {
        await bench.ImportAsync($"[{Bucket("iad", 5, "c")},{Bucket("sin", 3, "c")}]");
        bench.Clock.Now += TimeSpan.FromDays(1);
        var since = bench.Clock.Now;
        for (var day = 0; day < 2; day++)
        {
            await bench.ImportAsync($"[{Bucket("iad", 5, "c").Replace("\"approximateSize\":5", "\"approximateSize\":null")},{Bucket("sin", 3, "c").Replace("\"approximateSize\":3", "\"approximateSize\":null")}]");
            Assert.Equal([(5L, since), (3L, since)], (await bench.CopiesAsync()).OrderByDescending(copy => copy.Bytes).Select(copy => (copy.Bytes, copy.SizeUnknownSince!.Value)));
            bench.Clock.Now += TimeSpan.FromDays(1);
        }

        await bench.ImportAsync($"[{Bucket("iad", 5, "c")},{Bucket("sin", 3, "c").Replace("\"approximateSize\":3", "\"approximateSize\":1")}]");
        Assert.Equal([(5L, null), (1L, null)], (await bench.CopiesAsync()).OrderByDescending(copy => copy.Bytes).Select(copy => (copy.Bytes, copy.SizeUnknownSince)));
    }

    [Fact(DisplayName = "48-oci-empty-output: an empty listing empties its compartment, but not a source with several")]
    public async Task EmptyListing()
    {
        await bench.ImportAsync($"[{Bucket("iad", 5, "c")}]");
        bench.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(1, (await bench.ImportAsync("{\"data\": []}")).Counts.Vanished);
        bench.Clock.Now += TimeSpan.FromDays(1);
        await bench.ImportAsync($"[{Bucket("iad", 5, "c")},{Bucket("iad", 6, "d")}]");
        bench.Clock.Now += TimeSpan.FromDays(1);
        var import = await bench.ImportAsync("[]");
        Assert.Equal((false, 0), (import.IsComplete, import.Counts.Vanished));
        Assert.Contains("several", import.PartialBecause, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "An unknown region is a location of unknown position, whatever country the row claims")]
    public async Task UnknownRegion()
    {
        await bench.ImportAsync(ImportBench.Header + "n/1,urn:test:x,Oracle,US,us-newtown-9,primary,5,,,,\n");
        await bench.ImportAsync($"[{Bucket("xyz", 5, "c")}]", bench.Add(Source.Create("oci", "OCI", SourceKind.Inventory, 24, null, isComplete: true).Value));
        await using var context = bench.Database.CreateDbContext();
        var locations = await context.Locations.Where(location => location.Region == "us-newtown-9" || location.Region == "xyz").ToListAsync(Token);
        Assert.Equal(2, locations.Count);
        Assert.All(locations, location => Assert.Null(location.Country));
        Assert.All(await context.Datasets.ToListAsync(Token), dataset => Assert.Equal((0, 5), (dataset.Status.BytesInside, dataset.Status.BytesUnknown)));
    }

    [Theory(DisplayName = "77-csv-nfc-nfd-case and 79-csv-datahub-urn: twins are pointed out")]
    [InlineData("e/caf\u00e9", "e/cafe\u0301", "urn:test:a", "urn:test:a")]
    [InlineData("e/CaseId", "e/caseid", "urn:test:a", "urn:test:a")]
    [InlineData("e/sp ace", "e/sp\u00a0ace", "urn:test:a", "urn:test:a")]
    [InlineData("e/zero", "e/ze\u200bro", "urn:test:a", "urn:test:a")]
    [InlineData("e/1", "e/2", "urn:test:Videos", "urn:test:videos")]
    public async Task Twins(string id, string twin, string dataset, string other)
    {
        var import = await bench.ImportAsync(ImportBench.Header + $"{id},{dataset},Company,US,virginia,primary,1,,,,\n{twin},{other},Company,US,virginia,primary,1,,,,\n");
        Assert.Equal(2, import.Counts.New);
        Assert.Contains(import.Notes, note => note.Contains("only in case", StringComparison.Ordinal));
    }

    [Fact(DisplayName = "79-csv-datahub-urn: a new URN that differs from a registered one only in case is pointed out")]
    public async Task TwinOfARegisteredDataset()
    {
        await bench.ImportAsync(ImportBench.Header + "e/1,urn:test:Videos,Company,US,virginia,primary,1,,,,\n");
        var import = await bench.ImportAsync(ImportBench.Header + "e/1,urn:test:videos,Company,US,virginia,primary,1,,,,\n");
        Assert.Contains(import.Notes, note => note.Contains("urn:test:videos", StringComparison.Ordinal) && note.Contains("only in case", StringComparison.Ordinal));
    }

    [Theory(DisplayName = "77-csv-nfc-nfd-case: IDs that only resemble each other are no twins")]
    [InlineData("e/a1", "e/a2")]
    [InlineData("e/a/b", "e/a_b")]
    public async Task NoTwins(string id, string other)
    {
        var import = await bench.ImportAsync(ImportBench.Header + $"{id},urn:test:a,Company,US,virginia,primary,1,,,,\n{other},urn:test:a,Company,US,virginia,primary,1,,,,\n");
        Assert.DoesNotContain(import.Notes, note => note.Contains("only in case", StringComparison.Ordinal));
    }

    [Theory(DisplayName = "83-csv-duplicates: of two sizes the larger counts, and a contradiction waits for a person")]
    [InlineData("Company,US,virginia,primary,100", "Company,US,virginia,primary,999999999999", 999999999999, "the larger one counts", false)]
    [InlineData("Company,US,virginia,primary,999999999999", "Company,US,virginia,primary,100", 999999999999, "the larger one counts", false)]
    [InlineData("Company,US,virginia,primary,100", "Company,US,virginia,primary,100", 100, "repeats line", false)]
    [InlineData("Oracle,US,us-ashburn-1,primary,100", "Company,SG,singapore,primary,200", 200, "its location counts as unknown", true)]
    [InlineData("Company,US,virginia,backup,100", "Company,US,virginia,cache,100", 100, "another role", true)]
    public async Task Duplicates(string first, string second, long bytes, string says, bool waits)
    {
        var content = ImportBench.Header + $"e/dup,urn:test:a,{first},,,,\n" + string.Concat(Enumerable.Range(0, 40).Select(row => $"e/{row},urn:test:a,Company,US,virginia,primary,1,,,,\n")) + $"e/dup,urn:test:a,{second},,,,\n";
        var import = await bench.PreviewAsync([("input.csv", Encoding.UTF8.GetBytes(content))], origin: ImportBench.Pushed(42));
        Assert.Equal(!waits, import.MayApplyItself);
        import = await bench.ApplyAsync(import);

        Assert.Equal(bytes, (await bench.CopiesAsync()).Single(copy => copy.ResourceId == "e/dup").Bytes);
        await using var context = bench.Database.CreateDbContext();
        Assert.Contains(says, (await context.ImportRejections.SingleAsync(Token)).Reason, StringComparison.Ordinal);
        if (says.Contains("unknown", StringComparison.Ordinal))
        {
            var copy = (await bench.CopiesAsync()).Single(copy => copy.ResourceId == "e/dup");
            Assert.False((await context.Locations.SingleAsync(location => location.Id == copy.LocationId, Token)).IsKnown);
        }
    }

    [Fact(DisplayName = "91-moves-outside: protected data that left the boundary is a finding, from and to")]
    public async Task MovesOutside()
    {
        await bench.ImportAsync(ImportBench.Header + "m/1,urn:sem:move,Oracle,US,us-ashburn-1,primary,50000000000000,,,,\n");
        bench.Clock.Now += TimeSpan.FromDays(1);
        var import = await bench.ImportAsync(ImportBench.Header + "m/1,urn:sem:move,Meridian,SG,singapore,primary,50000000000000,,,,\n");

        var finding = await FindingAsync();
        Assert.Equal((FindingKind.MovedAcrossBoundary, import.Id, 1), (finding.Kind, finding.ImportId, finding.Copies));
        Assert.Contains("from Oracle us-ashburn-1 (inside) to Meridian singapore (outside)", finding.Detail, StringComparison.Ordinal);
        Assert.Contains(import.Notes, note => note.Contains("50.0 TB", StringComparison.Ordinal) && note.Contains("moved from Oracle us-ashburn-1", StringComparison.Ordinal));
    }

    [Fact(DisplayName = "91-moves-outside: the dataset that lost a copy to another one is told")]
    public async Task Relabelled()
    {
        await bench.ImportAsync(ImportBench.Header + "m/1,urn:sem:lost,Meridian,SG,singapore,primary,5,,,,\n");
        bench.Clock.Now += TimeSpan.FromDays(1);
        await bench.ImportAsync(ImportBench.Header + "m/1,urn:sem:other,Meridian,SG,singapore,primary,5,,,,\n");

        await using var context = bench.Database.CreateDbContext();
        var lost = await context.Datasets.SingleAsync(dataset => dataset.Urn == "urn:sem:lost", Token);
        var finding = await FindingAsync();
        Assert.Equal((FindingKind.Relabelled, lost.Id), (finding.Kind, finding.DatasetId));
        Assert.Contains("now belongs to other", finding.Detail, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "93-role-change: ten backups outside that are no longer called backups are a finding")]
    public async Task RoleChange()
    {
        string File(string role) => ImportBench.Header + string.Concat(Enumerable.Range(0, 10).Select(row => $"b/{row},urn:sem:bak,Meridian,SG,singapore,{role},1000000000000,,,,\n"));
        await bench.ImportAsync(File("backup"));
        bench.Clock.Now += TimeSpan.FromDays(1);
        await bench.ImportAsync(File("cache"));

        var finding = await FindingAsync();
        Assert.Equal((FindingKind.RoleChanged, 10), (finding.Kind, finding.Copies));
        Assert.Contains("role changed from backup to cache", finding.Detail, StringComparison.Ordinal);
    }

    [Fact(DisplayName = "95-bytes-to-zero: before and after are said, and a finding is raised")]
    public async Task BytesToZero()
    {
        await bench.ImportAsync(ImportBench.Header + "z/1,urn:sem:zero,Meridian,SG,singapore,primary,90000000000000,1000,,,\n");
        bench.Clock.Now += TimeSpan.FromDays(1);
        var import = await bench.ImportAsync(ImportBench.Header + "z/1,urn:sem:zero,Meridian,SG,singapore,primary,0,0,,,\n");

        var finding = await FindingAsync();
        Assert.Equal(FindingKind.SizeFell, finding.Kind);
        Assert.Contains("90.0 TB, of zero at Meridian singapore: fell to 0 B, from 1,000 to 0 records", finding.Detail, StringComparison.Ordinal);
        Assert.Contains(import.Notes, note => note.Contains("fell to 0 B", StringComparison.Ordinal));
    }

    [Fact(DisplayName = "95-bytes-to-zero: a retention that became shorter is a finding; less than a fifth smaller is not")]
    public async Task RetentionShortened()
    {
        await bench.ImportAsync(ImportBench.Header + "z/1,urn:sem:keep,Meridian,SG,singapore,primary,100,,,2031-01-01,\n");
        bench.Clock.Now += TimeSpan.FromDays(1);
        await bench.ImportAsync(ImportBench.Header + "z/1,urn:sem:keep,Meridian,SG,singapore,primary,81,,,2030-01-01,\n");
        Assert.Equal(FindingKind.RetentionShortened, (await FindingAsync()).Kind);
    }

    [Theory(DisplayName = "96-zero-records-equal: zero records or zero bytes equal nothing")]
    [InlineData("5000000000000,0,", "0,0,", Stage.Copying)]
    [InlineData("5000000000000,7,", "0,7,", Stage.Copying)]
    [InlineData("5000000000000,,aa", "0,,aa", Stage.Copying)]
    [InlineData("0,,aa", "0,,aa", Stage.Copying)]
    [InlineData("5000000000000,7,", "4000000000000,7,", Stage.Verified)]
    [InlineData("5000000000000,,aa", ",,aa", Stage.Verified)]
    public async Task ZeroEqualsNothing(string outside, string inside, Stage stage)
    {
        await bench.ImportAsync(ImportBench.Header + $"q/out,urn:sem:rec0,Meridian,SG,singapore,primary,{outside},,\nq/in,urn:sem:rec0,Oracle,US,us-ashburn-1,replica,{inside},,\n");
        await using var context = bench.Database.CreateDbContext();
        Assert.Equal(stage, (await context.Datasets.SingleAsync(Token)).Status.Stage);
    }

    [Fact(DisplayName = "105-creeping-vanish: seven steps of a fifth are one large step")]
    public async Task CreepingVanish()
    {
        string File(int copies, long bytes = 1000) => ImportBench.Header + string.Concat(Enumerable.Range(0, copies).Select(row => $"c/{row:D3},urn:sem:creep,Meridian,SG,singapore,backup,{bytes},,,,\n"));
        async Task<Import> Next(string file, int rows)
        {
            bench.Clock.Now += TimeSpan.FromDays(1);
            return await bench.PreviewAsync([("i.csv", Encoding.UTF8.GetBytes(file))], origin: ImportBench.Pushed(rows));
        }

        await bench.ApplyAsync(await Next(File(100), 100));
        var eighty = await Next(File(80), 80);
        Assert.True(eighty.MayApplyItself);
        await bench.ApplyAsync(eighty);
        var next = await Next(File(64), 64);
        Assert.False(next.MayApplyItself);
        Assert.Contains("from 100 to 64", next.WaitsBecause, StringComparison.Ordinal);

        var smaller = await Next(File(80, bytes: 700), 80);
        Assert.False(smaller.MayApplyItself);
        Assert.Contains("bytes would fall from 100,000 to 56,000", smaller.WaitsBecause, StringComparison.Ordinal);
    }

    [Theory(DisplayName = "29-rule-added-later: the bytes move to the new dataset, nothing vanishes and nothing is counted twice")]
    [InlineData(null, "/warehouse/us_users")]
    [InlineData("/warehouse/us_users", null)]
    [InlineData("/warehouse/us_users", "/warehouse")]
    public async Task RuleChanges(string? before, string? after)
    {
        const string listing = "Path\tReplication\tModificationTime\tAccessTime\tPreferredBlockSize\tBlocksCount\tFileSize\tNSQUOTA\tDSQUOTA\tPermission\tUserName\tGroupName\n"
            + "/warehouse/us_users/p0\t3\t2026-02-01 10:00\t2026-02-01 10:00\t134217728\t1\t10000000000000\t0\t0\t-rw-r--r--\thdfs\tsupergroup\n";
        var source = await S3SourceAsync();
        await RuleAsync(source, before);
        await bench.ImportAsync(listing, source);
        bench.Clock.Now += TimeSpan.FromDays(1);
        await RuleAsync(source, after);

        var import = await bench.ImportAsync(listing, source);

        Assert.Equal((0, 0, 1), (import.Counts.New, import.Counts.Vanished, import.Counts.Changed));
        var copy = Assert.Single(await bench.CopiesAsync());
        Assert.Equal((after ?? "/warehouse", CopyState.Present, 10_000_000_000_000), (copy.ResourceId, copy.State, copy.Bytes));
        await using var context = bench.Database.CreateDbContext();
        Assert.Equal(10_000_000_000_000, await context.CopyRollups.SumAsync(rollup => rollup.Bytes, Token));
        Assert.Equal(FindingKind.Relabelled, (await FindingAsync()).Kind);
    }

    [Fact(DisplayName = "103-register-makes-public: lowering waits for a lead, and says what it does to the figures")]
    public async Task RegisterLowers()
    {
        await bench.ImportAsync(ImportBench.Header + "m/1,urn:sem:secret,Meridian,SG,singapore,primary,9000000000000,,,,\n");
        var register = bench.Add(Source.Create("register", "Register", SourceKind.Register, 24, null, isComplete: true).Value);
        string File(string classification) => $"dataset,name,system,classification\nurn:sem:secret,Secret,Vault,{classification}\n";
        await bench.ImportAsync(File("Protected"), register);
        bench.Clock.Now += TimeSpan.FromDays(1);

        var import = await bench.PreviewAsync([("register.csv", Encoding.UTF8.GetBytes(File("Public")))], register, origin: ImportBench.Pushed(1));

        Assert.False(import.MayApplyItself);
        Assert.Contains("only a governance lead may confirm", import.WaitsBecause, StringComparison.Ordinal);
        Assert.Contains(import.Notes, note => note.Contains("1 copy, 9.00 TB, would no longer have to be inside", StringComparison.Ordinal));
        await bench.ApplyAsync(import);
        var finding = await FindingAsync();
        Assert.Equal(FindingKind.ClassificationLowered, finding.Kind);
        Assert.Contains("from Protected to Public", finding.Detail, StringComparison.Ordinal);

        bench.Clock.Now += TimeSpan.FromDays(1);
        var raised = await bench.PreviewAsync([("register.csv", Encoding.UTF8.GetBytes(File("Protected")))], register, origin: ImportBench.Pushed(1));
        Assert.True(raised.MayApplyItself);
    }

    private async Task RuleAsync(Source source, string? prefix)
    {
        await using var context = bench.Database.CreateDbContext().Arranging();
        await context.MappingRules.Where(rule => rule.SourceId == source.Id).ExecuteDeleteAsync(Token);
        if (prefix is not null)
            context.MappingRules.Add(MappingRule.Create(source.Id, MappingKind.PathPrefix, prefix, $"urn:test:{prefix.Length}", CopyRole.Primary).Value);
        await context.SaveChangesAsync(Token);
    }

    private static string Vault(int copies, int from = 0, int unread = 0) => ImportBench.Header + string.Concat(
        Enumerable.Range(from, copies - from).Select(row => $"vault/{row:D3},urn:test:vault,Meridian,SG,vault-2,backup,{(row < unread ? "\"1,000\"" : "1000")},,,,\n"));

    private static string Bucket(string region, int size, string compartment) =>
        $"{{\"namespace\":\"n\",\"name\":\"b{size}\",\"id\":\"ocid1.bucket.oc1.{region}.a{size}\",\"compartmentId\":\"{compartment}\",\"approximateSize\":{size},\"approximateCount\":1}}";

    private static string Buckets(int count, string more = "") => $"{{\"data\":[{string.Join(",", Enumerable.Range(1, count).Select(size => Bucket("iad", size, "c")))}]{more}}}";

    private static (string, byte[])[] S3(string bucket, string rows, string manifest = "", string schema = "Bucket, Key, Size")
    {
        var content = Encoding.UTF8.GetBytes(rows);
#pragma warning disable CA5351 // S3 writes MD5 to its manifests.
        var md5 = Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(content));
#pragma warning restore CA5351
        return
        [
            ("manifest.json", Encoding.UTF8.GetBytes($$"""{"sourceBucket":"{{bucket}}","fileFormat":"CSV",{{manifest}}"fileSchema":"{{schema}}","files":[{"key":"d/1.csv","size":{{content.Length}},"MD5checksum":"{{md5}}"}]}""")),
            ("1.csv", content),
        ];
    }

    /// <summary>A source at AWS us-east-1, with prefix rules in the bucket pics.</summary>
    private async Task<Source> S3SourceAsync(params (string Prefix, string Urn)[] rules)
    {
        await using var context = bench.Database.CreateDbContext().Arranging();
        var location = Location.OfCloudRegion(CloudRegions.Find("AWS", "us-east-1")!);
        context.Locations.Add(location);
        await context.SaveChangesAsync(Token);
        var source = bench.Add(Source.Create("s3", "S3", SourceKind.Inventory, 24, location.Id, isComplete: true).Value);
        foreach (var (prefix, urn) in rules)
            context.MappingRules.Add(MappingRule.Create(source.Id, MappingKind.PathPrefix, $"pics/{prefix}", urn, CopyRole.Primary).Value);
        await context.SaveChangesAsync(Token);
        return source;
    }

    private async Task<Finding> FindingAsync()
    {
        await using var context = bench.Database.CreateDbContext();
        return await context.Findings.SingleAsync(Token);
    }

    private async Task<Source> SourceAsync()
    {
        await using var context = bench.Database.CreateDbContext();
        return await context.Sources.SingleAsync(source => source.Id == bench.Inventory.Id, Token);
    }
}
