using Dashboard.Core.Ledger;
using Dashboard.Ledger;

namespace Dashboard.Web.Features.Ledger.Signing;

/// <summary>
/// The newest checkpoint as a file outside the database. A database that was rolled back to an older state, or rewritten, does not match
/// it. It is the same file that an auditor would keep.
/// </summary>
internal sealed class KeptCheckpoint(string path) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <returns>True if it is newer than the one that was kept.</returns>
    public async Task<bool> KeepAsync(LedgerCheckpoint checkpoint, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (Read() is { } known && known.Size >= checkpoint.Size)
                return false;
            // Written to a temporary file and then moved, so that a crash leaves the old file or the new one, never half of one.
            var fresh = $"{path}.new";
            await File.WriteAllTextAsync(fresh, checkpoint.Note, cancellationToken);
            File.Move(fresh, path, overwrite: true);
            return true;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <returns>Null if none has been kept yet.</returns>
    /// <exception cref="NoteFormatException">The file is no longer a checkpoint.</exception>
    public Checkpoint? Read() => File.Exists(path) ? Checkpoint.Parse(SignedNote.Parse(File.ReadAllText(path)).Text) : null;

    public void Dispose() => turn.Dispose();
}
