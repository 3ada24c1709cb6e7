namespace Dashboard.Ledger;

/// <summary>Which keys sign a ledger, as it says itself, and why they should be believed.</summary>
internal sealed class KeyRing(Findings findings, IReadOnlyList<NoteKey> trusted)
{
    private readonly List<NoteKey> announced = [];
    private readonly List<Rotation> rotations = [];
    private readonly HashSet<NoteKey> signedLast = [];
    private bool isKeyMissed;
    private bool isPartial;

    /// <summary>In their order; the last one is in force.</summary>
    public IReadOnlyList<NoteKey> Announced => announced;

    /// <summary>The ledger's origin, once something said it.</summary>
    public string? Origin { get; private set; }

    /// <summary>Keys by which a note is checked.</summary>
    public IEnumerable<NoteKey> Known => announced.Concat(trusted).Distinct();

    /// <summary>A key from the frame of a partial export, which names all keys without saying when each was in force.</summary>
    public void Announce(NoteKey key)
    {
        isPartial = true;
        announced.Add(key);
    }

    /// <summary>Entry 0 or a rotation.</summary>
    public void Take(EntryContent entry)
    {
        if (entry.Action == KeyEntries.Begun || entry.Sequence == 0)
        {
            if (entry.Sequence != 0) throw new EntryFormatException("Only entry 0 begins a ledger.");
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

    /// <summary>Whether the note is signed by the key in force; says what is wrong where not.</summary>
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
                refused.Key is { } key ? $"{what} bears a false signature of {key.Name} (key {key.IdText}): it or the signature was changed." : $"{what} was signed by a key that this ledger never announced. {Signers(note)}");
            return false;
        }

        if (isPartial || announced.Count == 0 || signers.Contains(announced[^1])) return true;
        findings.Checkpoint(
            ProblemKind.CheckpointSignature,
            checkpoint.Size,
            $"{what} was signed by key {signers[0].IdText}, which was no longer in force: entry {rotations[^1].Entry} put key {announced[^1].IdText} in its place.");
        return false;
    }

    /// <summary>A checkpoint is in order in every respect: its signatures count.</summary>
    public void Confirm(Checkpoint checkpoint, IReadOnlyList<NoteKey> signers)
    {
        Origin ??= checkpoint.Origin;
        signedLast.Clear();
        signedLast.UnionWith(signers);
        foreach (var rotation in rotations) rotation.IsProved |= rotation.Entry < checkpoint.Size && signers.Contains(rotation.Former);
    }

    /// <summary>At the end: rotations that nobody vouches for, and whether the auditor's keys do.</summary>
    public void End()
    {
        foreach (var rotation in rotations.Where(rotation => !rotation.IsProved && !trusted.Contains(rotation.Key)))
        {
            findings.Entry(
                ProblemKind.RotationUnproved,
                rotation.Entry,
                $"Entry {rotation.Entry} puts key {rotation.Key.IdText} in force, but no checkpoint that covers it is also signed by the former key {rotation.Former.IdText}: somebody without that key could have written it. Get the new key from whom you trust, and give it.");
        }

        if (trusted.Count == 0 || signedLast.Count == 0) return;
        var believed = trusted.ToHashSet();
        foreach (var rotation in rotations.Where(rotation => rotation.IsProved && believed.Contains(rotation.Former))) believed.Add(rotation.Key);
        if (!believed.Overlaps(signedLast))
            findings.Add(ProblemKind.UntrustedKey, $"This ledger is signed by {Names(signedLast)}, which is none of the keys that you trust: {Names(trusted)}. Somebody else wrote it, or wrote it anew.");
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
