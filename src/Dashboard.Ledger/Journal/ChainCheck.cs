namespace Dashboard.Ledger;

/// <summary>
/// Checks that the entries form a chain: their numbers have no gaps, and each entry names the hash of the entry before it. Often only the next
/// entry shows which of two entries is wrong, so the finding can wait for it.
/// </summary>
internal sealed class ChainCheck
{
    private readonly Findings findings;
    private readonly long from;
    private EntryFacts last;
    private Doubt doubt;
    private bool isOutOfOrder;
    private bool hasEntry;

    /// <summary>Starts at the entry <paramref name="from"/>; <paramref name="before"/> is the hash of the entry before it, or null if unknown.</summary>
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

        /// <summary>The last entry does not name the hash of the entry before it.</summary>
        Hash,

        /// <summary>The last entry's number is too high.</summary>
        Number,
    }

    /// <summary>The number that the next entry must have.</summary>
    public long Expected { get; private set; }

    /// <summary>Number of entries according to their sequence numbers: more than were read if some are missing.</summary>
    public long Numbered => doubt is Doubt.Number ? last.Sequence + 1 : Expected;

    /// <summary>Checks the next entry. A valid checkpoint covers the entries below <paramref name="covered"/>.</summary>
    public void Next(in EntryFacts entry, long covered)
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
        if (entry.Sequence == Expected) Follow(entry, covered);
        else Misplace(entry);
        if (last.Error is null && hasEntry && entry.Time < last.Time)
            findings.Warn(ProblemKind.TimeBackwards, entry.Sequence, $"Entry {entry.Sequence} has an earlier time than the entry before it. A clock was set back, or the time is wrong.");
        last = entry;
        hasEntry = true;
        Expected++;
    }

    /// <summary>Reports what is still undecided after the last entry.</summary>
    public void End() => Settle();

    private void Follow(in EntryFacts entry, long covered)
    {
        isOutOfOrder = false;
        var isBroken = last.Error is null && last.Sequence == entry.Sequence - 1 && entry.Previous != last.Hash && entry.Sequence > 0;
        if (doubt is Doubt.Hash)
        {
            doubt = Doubt.None;
            if (!isBroken)
            {
                findings.Entry(ProblemKind.EntryChanged, last.Sequence - 1, $"Entry {last.Sequence - 1} was changed: entry {last.Sequence} names a different hash for it.");
                return;
            }

            findings.Entry(
                ProblemKind.EntryChanged,
                last.Sequence,
                $"Entry {last.Sequence} was changed: entry {entry.Sequence} names a different hash for it, and it does not name the hash of entry {last.Sequence - 1}.");
            return;
        }

        if (!isBroken) return;
        if (covered >= entry.Sequence)
        {
            findings.Entry(
                ProblemKind.EntryChanged,
                entry.Sequence,
                $"Entry {entry.Sequence} was changed: it does not name the hash of entry {entry.Sequence - 1}, which a checkpoint confirms.");
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
            findings.Entry(ProblemKind.EntryMisplaced, entry.Sequence, $"Entry {entry.Sequence} appears twice.");
            Expected = entry.Sequence;
            return;
        }

        // After a damaged line, the count can be off by one.
        if (last.Error is not null && hasEntry)
        {
            Expected = entry.Sequence;
            return;
        }

        Misplaced(entry.Sequence, Expected);
    }

    /// <summary>The last entry's number was too high. The next entry shows whether the entries between are missing or come later.</summary>
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
            $"Entry {last.Sequence - 1} or entry {last.Sequence} was changed: the later one does not name the hash of the earlier one.");
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
        findings.Entry(ProblemKind.EntryMisplaced, place, $"Entry {sequence} is in the place of entry {place}.");
        isOutOfOrder = true;
    }
}
