namespace Dashboard.Ledger;

/// <summary>The keys that the ledger announces, and the reasons to trust them.</summary>
internal sealed class KeyRing(Findings findings, IReadOnlyList<NoteKey> trusted)
{
    private readonly List<NoteKey> announced = [];
    private readonly List<Rotation> rotations = [];
    private readonly HashSet<NoteKey> signedLast = [];
    private bool isKeyMissed;
    private bool isPartial;

    /// <summary>The announced keys, in order; the last one is in force.</summary>
    public IReadOnlyList<NoteKey> Announced => announced;

    /// <summary>The ledger's origin; null until an entry or checkpoint names it.</summary>
    public string? Origin { get; private set; }

    /// <summary>Keys used to verify notes.</summary>
    public IEnumerable<NoteKey> Known => announced.Concat(trusted).Distinct();

    /// <summary>Adds a key from the frame of a partial export, which names all keys but not when each was in force.</summary>
    public void Announce(NoteKey key)
    {
        isPartial = true;
        announced.Add(key);
    }

    /// <summary>Adds the key from entry 0 or a rotation.</summary>
    public void Take(EntryContent entry)
    {
        if (entry.Action == KeyEntries.Begun || entry.Sequence == 0)
        {
            if (entry.Sequence != 0) throw new EntryFormatException("Only entry 0 can begin a ledger.");
            (var first, Origin) = KeyEntries.ParseBegun(entry);
            announced.Add(first);
            return;
        }

        var (former, key) = KeyEntries.ParseRotated(entry);
        if (!isPartial && !former.Equals(announced.LastOrDefault()))
            throw new EntryFormatException($"It replaces key {former.IdText}, but {(announced.Count == 0 ? "no key" : $"key {announced[^1].IdText}")} was in force.");
        rotations.Add(new(entry.Sequence, former, key));
        if (isPartial && announced.Contains(key)) return;
        announced.Remove(key);
        announced.Add(key);
    }

    /// <summary>Whether the note is signed by the key in force; adds a finding if not.</summary>
    public bool Accept(SignedNote note, Checkpoint checkpoint, out IReadOnlyList<NoteKey> signers)
    {
        signers = [];
        if (!Known.Any())
        {
            if (!isKeyMissed) findings.Checkpoint(ProblemKind.CheckpointSignature, checkpoint.Size, "Nothing in the journal says which key signs it, so no signature can be checked.");
            isKeyMissed = true;
            return false;
        }

        var what = $"The checkpoint of {checkpoint.Size:N0} entries";
        try
        {
            signers = note.Verify(announced.Count > 0 ? announced : trusted);
        }
        catch (NoteSignatureException refused)
        {
            findings.Checkpoint(
                ProblemKind.CheckpointSignature,
                checkpoint.Size,
                refused.Key is { } key ? $"{what} has an invalid signature by {key.Name} (key {key.IdText}): the checkpoint or the signature was changed." : $"{what} was signed by a key that this ledger never announced. {Signers(note)}");
            return false;
        }

        if (isPartial || announced.Count == 0 || signers.Contains(announced[^1])) return true;
        findings.Checkpoint(
            ProblemKind.CheckpointSignature,
            checkpoint.Size,
            $"{what} was signed by key {signers[0].IdText}, which was no longer in force: entry {rotations[^1].Entry} replaced it with key {announced[^1].IdText}.");
        return false;
    }

    /// <summary>Records the signers of a checkpoint that is valid in every respect.</summary>
    public void Confirm(Checkpoint checkpoint, IReadOnlyList<NoteKey> signers)
    {
        Origin ??= checkpoint.Origin;
        signedLast.Clear();
        signedLast.UnionWith(signers);
        foreach (var rotation in rotations) rotation.IsProved |= rotation.Entry < checkpoint.Size && signers.Contains(rotation.Former);
    }

    /// <summary>At the end: reports rotations without proof, and a ledger that none of the auditor's keys signed.</summary>
    public void End()
    {
        foreach (var rotation in rotations.Where(rotation => !rotation.IsProved && !trusted.Contains(rotation.Key)))
        {
            findings.Entry(
                ProblemKind.RotationUnproved,
                rotation.Entry,
                $"Entry {rotation.Entry} puts key {rotation.Key.IdText} in force, but no checkpoint that covers it is also signed by the former key {rotation.Former.IdText}: someone without that key could have written it. Get the new key from someone you trust, and specify it.");
        }

        if (trusted.Count == 0 || signedLast.Count == 0) return;
        var believed = trusted.ToHashSet();
        foreach (var rotation in rotations.Where(rotation => rotation.IsProved && believed.Contains(rotation.Former))) believed.Add(rotation.Key);
        if (!believed.Overlaps(signedLast))
            findings.Add(ProblemKind.UntrustedKey, $"This ledger is signed by {Names(signedLast)}, but you trust only {Names(trusted)}. Someone else wrote or rewrote it.");
    }

    private static string Names(IEnumerable<NoteKey> keys) => string.Join(", ", keys.Select(key => $"{key.Name} (key {key.IdText})"));

    private static string Signers(SignedNote note) => $"It is signed by {string.Join(", ", note.Signatures.Select(signature => $"{signature.Name} (key {signature.KeyIdText})"))}.";

    private sealed class Rotation(long entry, NoteKey former, NoteKey key)
    {
        public long Entry { get; } = entry;

        public NoteKey Former { get; } = former;

        public NoteKey Key { get; } = key;

        public bool IsProved { get; set; }
    }
}
