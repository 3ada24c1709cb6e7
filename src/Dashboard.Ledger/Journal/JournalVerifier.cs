namespace Dashboard.Ledger;

/// <summary>
/// Verifies a whole or partial journal, using only its bytes and what the auditor knows. Reads it once as a stream, in constant memory.
/// Batches are hashed and parsed on all cores, then processed in order.
/// </summary>
public sealed class JournalVerifier
{
    /// <summary>Batches processed at the same time: enough that no core waits while a signature is checked.</summary>
    private static readonly int BatchesAhead = 4 * Environment.ProcessorCount;

    private readonly Findings findings = new();
    private readonly VerifierOptions options;
    private readonly EarlierCheck? earlier;
    private readonly KeyRing keys;
    private readonly CheckpointCheck checkpoints;
    private JournalFrame frame = JournalFrame.None;
    private CompactRange range = new();
    private ChainCheck chain;
    private DateTimeOffset? firstTime;
    private DateTimeOffset? lastTime;

    private JournalVerifier(VerifierOptions options)
    {
        this.options = options;
        earlier = EarlierCheck.Of(options.Earlier);
        keys = new(findings, options.Keys);
        checkpoints = new(findings, keys);
        chain = new(findings, 0, before: null);
    }

    /// <summary>Reads and verifies a journal to its end.</summary>
    /// <exception cref="NoteFormatException">The earlier checkpoint in the options is not a signed checkpoint.</exception>
    public static async Task<VerificationReport> VerifyAsync(Stream journal, VerifierOptions options, CancellationToken cancellation)
    {
        var verifier = new JournalVerifier(options);
        using var reader = new JournalReader(journal, options.BatchBytes);
        await verifier.ReadAsync(reader, cancellation);
        return verifier.Report(reader);
    }

    private long Unsigned => range.Size - Math.Max(checkpoints.Covered, frame.Range.Size);

    private async Task ReadAsync(JournalReader reader, CancellationToken cancellation)
    {
        var working = new Queue<Task<JournalBatch>>();
        var mark = earlier?.Size ?? -1;
        var isFirst = true;
        while (await reader.NextAsync(cancellation) is { } next)
        {
            if (isFirst && !Begin(next, reader)) return;
            isFirst = false;
            working.Enqueue(Task.Run(
                () =>
                {
                    next.Work(mark);
                    return next;
                },
                cancellation));
            if (working.Count > BatchesAhead) reader.Return(Process(await working.Dequeue()));
        }

        while (working.TryDequeue(out var batch)) reader.Return(Process(await batch));
        End(reader);
    }

    /// <summary>The first line shows what kind of file this is.</summary>
    private bool Begin(JournalBatch batch, JournalReader reader)
    {
        if (batch.Lines == 0)
        {
            findings.Add(ProblemKind.NotAJournal, reader.Bytes == 0 ? "The journal is empty." : NoLine(reader));
            return false;
        }

        if (JournalFrame.ReasonToRefuse(batch.Line(0)) is { } reason)
        {
            findings.Add(ProblemKind.NotAJournal, reason);
            return false;
        }

        if (JournalFrame.Begin(batch.Line(0)) is not { } begun) return true;
        frame = begun;
        range = begun.Range;
        reader.StartAt(batch, range.Size);

        // If an odd number of entries comes before, the last of their hashes is that of the previous entry.
        chain = new(findings, range.Size, (range.Size & 1) == 1 ? range.Hashes[^1] : null);
        return true;
    }

    private JournalBatch Process(JournalBatch batch)
    {
        var subtrees = 0;
        for (var i = 0; i < batch.Lines; i++)
        {
            if (batch.SubtreesBefore.TryGetValue(i, out var before)) Grow(batch, ref subtrees, before);
            if (batch.IsEntry(i)) ProcessEntry(batch.Facts(i), batch.Line(i));
            else if (batch.Line(i)[0] == (byte)'"') ProcessCheckpoint(batch.Line(i));
            else ProcessFrame(batch.Line(i));
        }

        Grow(batch, ref subtrees, batch.SubtreesBefore[batch.Lines]);
        return batch;
    }

    private void Grow(JournalBatch batch, ref int from, int to)
    {
        for (; from < to; from++) range.AppendSubtree(batch.Subtrees[from].Level, batch.Subtrees[from].Hash);
        earlier?.Observe(range);
    }

    private void ProcessEntry(in EntryFacts facts, ReadOnlySpan<byte> line)
    {
        checkpoints.Follow();
        if (frame.IsClosed) findings.Add(ProblemKind.StrangeLine, "An entry follows the end of the partial export.");
        chain.Next(facts, checkpoints.Covered);
        if (facts.Error is not null) return;
        firstTime ??= facts.Time;
        lastTime = facts.Time;
        if (facts.IsAboutKeys || (facts.Sequence == 0 && keys.Announced.Count == 0)) ProcessKeys(facts.Sequence, line);
    }

    private void ProcessKeys(long sequence, ReadOnlySpan<byte> line)
    {
        try
        {
            var entry = EntryContent.Parse(line.ToArray());
            if (!(frame.IsPartial && entry.Action == KeyEntries.Begun)) keys.Take(entry);
        }
        catch (EntryFormatException refused)
        {
            findings.Entry(ProblemKind.KeyEntry, sequence, $"Entry {sequence} must announce the signing key, but it is not valid. {refused.Message}");
        }
    }

    private void ProcessCheckpoint(ReadOnlySpan<byte> line)
    {
        checkpoints.Follow();
        if (checkpoints.Read(line, range.Size) is not { } read) return;
        var numbered = chain.Numbered;
        if (frame.IsClosed && frame.Complete(range, read.Checkpoint.Size, findings))
        {
            numbered = range.Size;
            earlier?.Observe(range);
        }

        checkpoints.Take(read, range, numbered);
    }

    private void ProcessFrame(ReadOnlySpan<byte> line)
    {
        if (frame.Take(line, range.Size, keys, findings)) return;
        findings.Add(ProblemKind.StrangeLine, $"A line after {range.Size:N0} entries does not belong in a journal, or is in the wrong place.");
    }

    private void End(JournalReader reader)
    {
        chain.End();
        checkpoints.End(frame.IsClosed ? frame.To : range.Size);
        if (reader.HasLongLine) findings.Add(ProblemKind.LineTooLong, TooLong(reader));
        if (reader.IsCutOff)
            findings.Add(ProblemKind.CutOff, $"The last line, {reader.Lines + 1:N0}, is incomplete: the copy was cut off. Resume the download.");
        if (checkpoints.Count == 0)
            findings.Add(ProblemKind.NothingSigned, "There is no checkpoint, so nothing here is signed.");
        if (frame.IsPartial && !frame.IsComplete)
            findings.Add(ProblemKind.CutOff, "The end of the partial export is missing: a line \"after\" and a checkpoint.");
        keys.End();
        earlier?.End(findings, keys, frame.Range.Size, range.Size);
        if (findings.AreEmpty && Unsigned > 0)
            findings.Warn(ProblemKind.TailUnsigned, checkpoints.Covered, $"No checkpoint covers the {(Unsigned == 1 ? "newest entry" : $"newest {Unsigned:N0} entries")} yet: the last one covers {checkpoints.Covered:N0}.");
    }

    private static string NoLine(JournalReader reader) => reader.HasLongLine
        ? $"This is not a journal. {TooLong(reader)}"
        : "The file has no complete line. A journal has one JSON value per line, each ended by a line feed. The download may have been cut off.";

    private static string TooLong(JournalReader reader) =>
        $"Line {reader.Lines + 1:N0} is longer than {JournalLines.LongestBytes:N0} bytes, the maximum in a journal. Reading stopped there.";

    private VerificationReport Report(JournalReader reader) => new()
    {
        From = frame.Range.Size,
        Entries = reader.Entries,
        UnsignedEntries = Unsigned,
        Bytes = reader.Bytes,
        Checkpoints = checkpoints.Count,
        FirstTime = firstTime,
        LastTime = lastTime,
        Origin = keys.Origin,
        Keys = keys.Announced,
        LastCheckpoint = checkpoints.Last?.Checkpoint,
        LastCheckpointNote = checkpoints.Last?.Note,
        Problems = findings.Problems,
        FurtherProblems = findings.Further,
        Warnings = findings.Warnings,
        Unproved = [.. Unproved.Sentences(options, frame, reader.Entries)],
    };
}
