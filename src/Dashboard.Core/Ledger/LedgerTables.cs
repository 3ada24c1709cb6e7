using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dashboard.Core.Ledger;

internal sealed class LedgerTables :
    IEntityTypeConfiguration<LedgerEntry>, IEntityTypeConfiguration<LedgerSubjectLink>, IEntityTypeConfiguration<LedgerNode>,
    IEntityTypeConfiguration<LedgerHead>, IEntityTypeConfiguration<LedgerCheckpoint>, IEntityTypeConfiguration<LedgerWitness>,
    IEntityTypeConfiguration<LedgerAlarm>
{
    private const int HashLength = 32;

    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.HasKey(e => e.Sequence);
        entry.Property(e => e.Sequence).ValueGeneratedNever();
        entry.Property(e => e.ActorSubject).HasMaxLength(255);
        entry.Property(e => e.ActorName).HasMaxLength(200);
        entry.Property(e => e.Action).HasMaxLength(60);
        entry.Property(e => e.SubjectKind).HasMaxLength(40);
        entry.Property(e => e.SubjectId).HasMaxLength(300);
        entry.Property(e => e.Sentence).HasMaxLength(LedgerEntry.LongestSentence);
        entry.Property(e => e.Hash).HasMaxLength(HashLength);
        entry.HasIndex(e => new { e.Time, e.Sequence });
        entry.HasIndex(e => new { e.ActorSubject, e.Sequence });
        entry.HasIndex(e => new { e.Action, e.Sequence });
        entry.HasIndex(e => new { e.ActorSubject, e.Action, e.Sequence });
        entry.HasIndex(e => e.Position).IsUnique();
    }

    public void Configure(EntityTypeBuilder<LedgerSubjectLink> link)
    {
        link.ToTable("LedgerSubjects");
        link.HasKey(l => new { l.Kind, l.SubjectId, l.Sequence });
        link.Property(l => l.Kind).HasMaxLength(40);
        link.Property(l => l.SubjectId).HasMaxLength(300);
        link.HasIndex(l => l.Sequence);
        // Serves the entries that reviewers may see, even if they are few in a long log.
        link.HasIndex(l => l.Sequence, "LedgerSubjectsOfBatches").HasFilter($"Kind = '{LedgerSubjects.BatchKind}'");
        link.HasOne<LedgerEntry>().WithMany().HasForeignKey(l => l.Sequence).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<LedgerNode> node)
    {
        node.HasKey(n => n.Number);
        node.Property(n => n.Number).ValueGeneratedNever();
        node.Property(n => n.Hash).HasMaxLength(HashLength);
    }

    public void Configure(EntityTypeBuilder<LedgerHead> head)
    {
        head.ToTable("LedgerHead");
        head.Property(h => h.Id).ValueGeneratedNever();
        head.Property(h => h.LastHash).HasMaxLength(HashLength);
        // 63 hashes are enough for as many entries as a long can count.
        head.Property(h => h.Range).HasMaxLength(63 * HashLength);
        head.HasData(new LedgerHead());
    }

    public void Configure(EntityTypeBuilder<LedgerCheckpoint> checkpoint)
    {
        checkpoint.HasKey(c => c.Size);
        checkpoint.Property(c => c.Size).ValueGeneratedNever();
        checkpoint.Property(c => c.Root).HasMaxLength(HashLength);
        checkpoint.Property(c => c.Note).HasMaxLength(4000);
        checkpoint.Property(c => c.KeyId).HasMaxLength(8);
        checkpoint.HasIndex(c => c.Position).IsUnique();
    }

    public void Configure(EntityTypeBuilder<LedgerWitness> witness)
    {
        witness.HasKey(w => w.Url);
        witness.Property(w => w.Url).HasMaxLength(400);
        witness.Property(w => w.Cosignatures).HasMaxLength(4000);
        witness.Property(w => w.Problem).HasMaxLength(1000);
        witness.Ignore(w => w.NextAttempt);
    }

    public void Configure(EntityTypeBuilder<LedgerAlarm> alarm)
    {
        alarm.Property(a => a.Text).HasMaxLength(1000);
        alarm.Property(a => a.AcknowledgedBy).HasMaxLength(200);
        alarm.Property(a => a.Answer).HasMaxLength(2000);
    }
}
