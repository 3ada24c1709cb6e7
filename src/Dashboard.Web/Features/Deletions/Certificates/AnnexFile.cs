using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>
/// The annex in bytes: one line of canonical JSON for each certified copy in the manifest's order, each with a line feed at its end
/// (NDJSON). Written and read line by line, so its size does not matter.
/// </summary>
internal static class AnnexFile
{
    private const int LongestLine = 1 << 20;

    /// <returns>What binds these bytes to their certificate.</returns>
    public static async Task<CertificateAnnex> WriteAsync(
        IAsyncEnumerable<CertificateItem> items, Stream output, CancellationToken cancellationToken)
    {
        using var digest = new AnnexDigest();
        await foreach (var item in items.WithCancellation(cancellationToken))
            await output.WriteAsync(digest.Add(item), cancellationToken);
        return digest.Finish();
    }

    /// <exception cref="InvalidDataException">A line is not a copy in canonical JSON, or the last one has no end; the message names the line.</exception>
    public static async IAsyncEnumerable<CertificateItem> ReadAsync(
        Stream input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(input, new StreamPipeReaderOptions(leaveOpen: true));
        for (var line = 1L; await NextAsync(reader, line, cancellationToken) is { } bytes; line++)
            yield return CertificateJson.ReadAny<CertificateItem>(bytes, $"annex's line {line:N0}");
    }

    private static async Task<byte[]?> NextAsync(PipeReader reader, long line, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var sequence = new System.Buffers.SequenceReader<byte>(read.Buffer);
            if (sequence.TryReadTo(out System.Buffers.ReadOnlySequence<byte> found, (byte)'\n'))
            {
                var bytes = System.Buffers.BuffersExtensions.ToArray(found);
                reader.AdvanceTo(sequence.Position);
                return bytes;
            }

            if (read.Buffer.Length > LongestLine)
                throw new InvalidDataException($"The annex's line {line:N0} is longer than a million bytes.");
            if (read.IsCompleted)
                return read.Buffer.IsEmpty ? null : throw new InvalidDataException($"The annex's line {line:N0} has no end: the file was cut off.");
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
