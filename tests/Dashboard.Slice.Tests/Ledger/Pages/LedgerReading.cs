using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Core.Ledger;
using Dashboard.Ledger;
using Dashboard.Testing;
using Dashboard.Web.Features.Ledger;
using Dashboard.Web.Features.Ledger.Journal;
using Dashboard.Web.Features.Ledger.Signing;
using Dashboard.Web.Shell;

namespace Dashboard.Slice.Tests.Ledger.Pages;

/// <summary>A ledger for one test, and its readers.</summary>
public abstract class LedgerReading : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("dashboard-ledger-").FullName;
    private KeptCheckpoint? kept;

    private protected LedgerBench Bench { get; } = new();

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await Bench.BegunAsync();

    public ValueTask DisposeAsync()
    {
        kept?.Dispose();
        Bench.Dispose();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
        return default;
    }

    private protected LedgerAccess As(Roles roles, string? country = "US")
    {
        using var context = Bench.Database.CreateDbContext().Arranging();
        var member = Member.Register(new($"s-{Guid.CreateVersion7():N}", Naming.Label(roles), null, roles, "Unit one", country, []), Bench.Clock.Now);
        context.Add(member);
        context.SaveChanges();
        return new(Acting.As(Bench.Database, member, Bench.Clock), Acting.Programme);
    }

    private protected ExportLedger Export(Roles roles = Roles.Auditor) =>
        new(Bench.Database, As(roles), new LedgerSigner(Bench.Database, Bench.Keys, kept ??= new(Path.Combine(folder, "kept.txt")), new ChangeNotices(), Bench.Clock), Bench.Clock);

    private protected OpenJournal Journal(Roles roles = Roles.Auditor) => new(Bench.Database, As(roles));

    /// <summary>Appends one entry by an actor about these subjects.</summary>
    private protected async Task AppendAsync(string actor, string action, params LedgerSubject[] subjects)
    {
        await using var context = Bench.Database.CreateDbContext();
        await using var change = await context.BeginChangeAsync(new LedgerActor(actor, actor.ToUpperInvariant(), null, null, null), Bench.Clock, Token);
        await change.CommitAsync(new LedgerDraft(action, subjects[0], $"did {action}") { Related = subjects[1..] }, Token);
    }

    private protected async Task<byte[]> ReadAsync(OpenJournalRequest request)
    {
        await using var content = (await Journal().HandleAsync(request, Token)).Value.Content;
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, Token);
        Assert.Equal(content.Length, bytes.Length);
        return bytes.ToArray();
    }

    private protected async Task<VerificationReport> VerifyAsync(byte[] journal, params NoteKey[] keys)
    {
        using var stream = new MemoryStream(journal);
        return await JournalVerifier.VerifyAsync(stream, new() { Keys = keys.Length > 0 ? keys : [Bench.Keys.Signer.Key] }, Token);
    }
}
