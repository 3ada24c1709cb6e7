namespace Dashboard.Web.Features.Ledger.Journal;

/// <summary>The bytes of an export: a part of the stored journal, and the lines before and after it if it is not the whole.</summary>
/// <param name="From">Where the part begins in the journal, in bytes.</param>
/// <param name="To">The first byte after it.</param>
internal sealed record JournalSpan(byte[] Before, long From, long To, byte[] After)
{
    public long Length => Before.Length + (To - From) + After.Length;
}
