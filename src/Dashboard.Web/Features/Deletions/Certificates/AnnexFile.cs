using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Dashboard.Web.Features.Deletions.Certificates;

/// <summary>
/// The annex as a file (NDJSON): one line of canonical JSON for each certified copy, in the order of the manifest. It is written and read
/// line by line, so it can be of any size.
/// </summary>
internal static class AnnexFile
{
    private const int LongestLine = 1 << 20;

    /// <returns>The digest that binds these bytes to their certificate.</returns>
    public static async Task<CertificateAnnex> WriteAsync(
        IAsyncEnumerable<CertificateItem> items, Stream output, CancellationToken cancellationToken)
    {
        using var digest = new AnnexDigest();
        await foreach (var item in items.WithCancellation(cancellationToken))
            await output.WriteAsync(digest.Add(item), cancellationToken);
        return digest.Finish();
    }

    /// <exception cref="InvalidDataException">A line is not a copy in canonical JSON, or the last line is cut off; the message names the line.</exception>
    public static async IAsyncEnumerable<CertificateItem> ReadAsync(
        Stream input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(input, new StreamPipeReaderOptions(leaveOpen: true));
        for (var line = 1L; await NextAsync(reader, line, cancellationToken) is { } bytes; line++)
            yield return CertificateJson.ReadAny<CertificateItem>(bytes, $"Line {line:N0} of the annex");
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
                throw new InvalidDataException($"Line {line:N0} of the annex is longer than 1 MiB.");
            if (read.IsCompleted)
                return read.Buffer.IsEmpty ? null : throw new InvalidDataException($"Line {line:N0} of the annex does not end in a line feed: the file was cut off.");
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
