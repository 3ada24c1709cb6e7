namespace Dashboard.Ledger;

/// <summary>
/// Follows the entries from one to the next: numbers without a gap, and each written after exactly the bytes of the one before. What is
/// odd about one entry is often decided by the next, so the verdict can wait for it.
/// </summary>
internal sealed class ChainCheck
{
    private readonly Findings findings;
    private readonly long from;
    private EntryFacts last;
    private Doubt doubt;
    private bool isOutOfOrder;
    private bool hasEntry;

    /// <summary>Starts before the entry <paramref name="from"/>; <paramref name="before"/> is the hash of the one before it, if it is known.</summary>
    public ChainCheck(Findings findings, long from, MerkleHash? before)
    {
        this.findings = findings;
        this.from = from;
        Expected = from;
        last = new() { Sequence = from - 1, Hash = before ?? default, Error = before is null ? "" : null };
    }

    private enum Doubt
    {
        None,

        /// <summary>The last entry was written after other bytes than those of the entry before it.</summary>
        Hash,

        /// <summary>The last entry's number is too high.</summary>
        Number,
    }

    /// <summary>Number that belongs to the next entry.</summary>
    public long Expected { get; private set; }

    /// <summary>How many entries there are by their numbers: more than were read, where some are missing.</summary>
    public long Numbered => doubt is Doubt.Number ? last.Sequence + 1 : Expected;

    /// <summary>Takes the next entry. Entries below <paramref name="vouched"/> stand under a checkpoint that is in order.</summary>
    public void Next(in EntryFacts entry, long vouched)
    {
        if (entry.Error is not null)
        {
            Settle();
            findings.Entry(ProblemKind.EntryUnreadable, Expected, $"Entry {Expected} was changed or damaged: {entry.Error}.");
            last = entry;
            Expected++;
            return;
        }

        SettleNumber(entry);
        if (isOutOfOrder && last.Error is null && entry.Sequence == last.Sequence + 1) Expected = entry.Sequence;
        if (entry.Sequence == Expected) Follow(entry, vouched);
        else Misplace(entry);
        if (last.Error is null && hasEntry && entry.Time < last.Time)
            findings.Warn(ProblemKind.TimeBackwards, entry.Sequence, $"Entry {entry.Sequence} has an earlier time than the one before it. A clock was set back, or the time is untrue.");
        last = entry;
        hasEntry = true;
        Expected++;
    }

    /// <summary>Nothing follows.</summary>
    public void End() => Settle();

    private void Follow(in EntryFacts entry, long vouched)
    {
        isOutOfOrder = false;
        var isBroken = last.Error is null && last.Sequence == entry.Sequence - 1 && entry.Previous != last.Hash && entry.Sequence > 0;
        if (doubt is Doubt.Hash)
        {
            doubt = Doubt.None;
            if (!isBroken)
            {
                findings.Entry(ProblemKind.EntryChanged, last.Sequence - 1, $"Entry {last.Sequence - 1} was changed: entry {last.Sequence} was written after other bytes.");
                return;
            }

            findings.Entry(
                ProblemKind.EntryChanged,
                last.Sequence,
                $"Entry {last.Sequence} was changed: entry {entry.Sequence} was written after other bytes, and it does not itself name the hash of entry {last.Sequence - 1}.");
            return;
        }

        if (!isBroken) return;
        if (vouched >= entry.Sequence)
        {
            findings.Entry(
                ProblemKind.EntryChanged,
                entry.Sequence,
                $"Entry {entry.Sequence} was changed: it does not name the hash of entry {entry.Sequence - 1}, which a checkpoint vouches for.");
            return;
        }

        doubt = Doubt.Hash;
    }

    private void Misplace(in EntryFacts entry)
    {
        SettleHash();
        if (isOutOfOrder) return;
        if (entry.Sequence > Expected)
        {
            doubt = Doubt.Number;
            return;
        }

        if (entry.Sequence == last.Sequence && last.Error is null)
        {
            findings.Entry(ProblemKind.EntryMisplaced, entry.Sequence, $"Entry {entry.Sequence} stands twice.");
            Expected = entry.Sequence;
            return;
        }

        // After a damaged line the count may be off by it.
        if (last.Error is not null && hasEntry)
        {
            Expected = entry.Sequence;
            return;
        }

        Misplaced(entry.Sequence, Expected);
    }

    /// <summary>The last entry's number was too high: is what lies between missing, or does it come later?</summary>
    private void SettleNumber(in EntryFacts next)
    {
        if (doubt is not Doubt.Number) return;
        if (next.Sequence < last.Sequence)
        {
            doubt = Doubt.None;
            Misplaced(last.Sequence, Expected - 1);
            return;
        }

        Missing();
    }

    private void Settle()
    {
        SettleHash();
        if (doubt is Doubt.Number) Missing();
    }

    private void SettleHash()
    {
        if (doubt is not Doubt.Hash) return;
        doubt = Doubt.None;
        findings.Entry(
            ProblemKind.EntryChanged,
            last.Sequence - 1,
            $"Entry {last.Sequence - 1} or entry {last.Sequence} was changed: the hash that the later one names is not that of the earlier one.");
    }

    private void Missing()
    {
        doubt = Doubt.None;
        var (first, end) = (Expected - 1, last.Sequence);
        var which = end - first == 1 ? $"Entry {first} is missing" : $"Entries {first} to {end - 1} are missing";
        findings.Entry(ProblemKind.EntryMissing, first, first == from ? $"{which}: the journal begins with entry {end}." : $"{which}: entry {end} follows entry {first - 1}.");
        Expected = end + 1;
    }

    private void Misplaced(long sequence, long place)
    {
        findings.Entry(ProblemKind.EntryMisplaced, place, $"Entry {sequence} stands where entry {place} belongs.");
        isOutOfOrder = true;
    }
}
