using System.Net;
using System.Text;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Web.Databases;
using Dashboard.Web.Features.Ledger.Signing;
using Dashboard.Web.Features.Ledger.Witnesses;
using Dashboard.Web.Jobs;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Dashboard.Slice.Tests.Ledger;

public sealed class WitnessTests
{
    private const string Url = "https://witness.example/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Checkpoints_ReachAWitness_WhichVerifiesEachStep()
    {
        using var bench = await new LedgerBench().BegunAsync();
        using var witness = new Witness(bench.Keys.Signer.Key);
        await bench.SignAsync();
        await RoundAsync(bench, witness);
        await bench.WithEntriesAsync(7);
        var newest = await bench.SignAsync();
        await RoundAsync(bench, witness);
        await RoundAsync(bench, witness);

        Assert.Equal((newest.Size, 2), (witness.Seen!.Size, witness.Requests));
        var row = await RowAsync(bench);
        Assert.Equal((newest.Size, 0, null), (row.Size, row.Failures, row.Problem));
        Assert.StartsWith("— witness.example ", row.Cosignatures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WitnessAtAnotherSize_IsAskedAgainFromThatSize()
    {
        using var bench = await new LedgerBench().BegunAsync();
        using var witness = new Witness(bench.Keys.Signer.Key);
        await bench.SignAsync();
        await RoundAsync(bench, witness);
        await using (var context = bench.Database.CreateDbContext())
            await context.LedgerWitnesses.ExecuteDeleteAsync(Token);
        await bench.WithEntriesAsync(3);
        var newest = await bench.SignAsync();
        await RoundAsync(bench, witness);

        Assert.Equal((newest.Size, 3), (witness.Seen!.Size, witness.Requests));
        Assert.Equal(newest.Size, (await RowAsync(bench)).Size);
    }

    [Fact]
    public async Task TruncatedLog_IsRefusedByTheWitness_WithAReason()
    {
        using var bench = await new LedgerBench().BegunAsync();
        using var witness = new Witness(bench.Keys.Signer.Key);
        await bench.WithEntriesAsync(8);
        await bench.SignAsync();
        await RoundAsync(bench, witness);
        using var cut = await new LedgerBench().BegunAsync();
        await cut.SignAsync(cut.Keys with { Signer = bench.Keys.Signer });
        await RoundAsync(cut, witness);

        var row = await RowAsync(cut);
        Assert.Equal(1, row.Failures);
        Assert.Contains("entries were removed from this one", row.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "It answered 500.")]
    [InlineData(HttpStatusCode.NotFound, "does not know this ledger")]
    [InlineData(HttpStatusCode.Forbidden, "does not accept the signature")]
    [InlineData(HttpStatusCode.UnprocessableEntity, "does not match the one it saw before")]
    public async Task Failure_IsShown_AndRetriedAtGrowingIntervals(HttpStatusCode answer, string expected)
    {
        using var bench = await new LedgerBench().BegunAsync();
        using var witness = new Witness(bench.Keys.Signer.Key) { Fails = answer };
        await bench.SignAsync();
        var waits = new List<double>();
        for (var attempt = 1; attempt <= 9; attempt++)
        {
            await RoundAsync(bench, witness);
            var row = await RowAsync(bench);
            Assert.Equal((attempt, attempt), (row.Failures, witness.Requests));
            Assert.Contains(expected, row.Problem, StringComparison.Ordinal);
            waits.Add((row.NextAttempt!.Value - bench.Clock.Now).TotalMinutes);
            bench.Clock.Now = row.NextAttempt.Value.AddSeconds(-1);
            await RoundAsync(bench, witness);
            Assert.Equal(attempt, witness.Requests);
            bench.Clock.Now = row.NextAttempt.Value;
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60], waits);
        witness.Fails = null;
        await RoundAsync(bench, witness);
        Assert.Null((await RowAsync(bench)).Problem);
    }

    private static async Task RoundAsync(LedgerBench bench, Witness witness)
    {
        using var http = new HttpClient(witness, disposeHandler: false);
        var settings = Options.Create(new LedgerSettings { Origin = bench.Keys.Origin, Witnesses = [Url] });
        using var rounds = new WitnessJob(
            bench.Database, new WitnessClient(http), new Leases(bench.Database, bench.Clock, NullLogger<Leases>.Instance), new ChangeNotices(), settings, bench.Clock, NullLogger<WitnessJob>.Instance);
        await rounds.RunAsync(Token);
    }

    private static async Task<LedgerWitness> RowAsync(LedgerBench bench)
    {
        await using var context = bench.Database.CreateDbContext();
        return await context.LedgerWitnesses.AsNoTracking().SingleAsync(Token);
    }

    /// <summary>A witness as in https://c2sp.org/tlog-witness: it accepts a checkpoint only with a proof that it extends the previous one.</summary>
    private sealed class Witness(NoteKey key) : HttpMessageHandler
    {
        private readonly NoteSigner own = NoteSigner.Generate("witness.example");

        public Checkpoint? Seen { get; private set; }

        public int Requests { get; private set; }

        public HttpStatusCode? Fails { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            Assert.Equal($"{Url}add-checkpoint", request.RequestUri!.ToString());
            if (Fails is { } status)
                return new(status);
            var proof = ConsistencyProofFile.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
            var note = SignedNote.Parse(proof.CheckpointNote);
            note.Verify([key]);
            var newer = Checkpoint.Parse(note.Text);
            if (proof.OlderSize != (Seen?.Size ?? 0))
                return new(HttpStatusCode.Conflict) { Content = new StringContent($"{Seen?.Size ?? 0}\n", Encoding.UTF8, "text/x.tlog.size") };
            if (!proof.Proves(Seen ?? new(newer.Origin, 0, MerkleHash.Empty), newer))
                return new(HttpStatusCode.UnprocessableEntity);
            Seen = newer;
            return new(HttpStatusCode.OK) { Content = new StringContent(own.Sign(note.Text)[(note.Text.Length + 1)..]) };
        }
    }
}
