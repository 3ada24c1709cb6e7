using System.Data.Common;
using System.Text;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Ledger;
using Dashboard.Web.Security;
using Dashboard.Web.Shell;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Slice.Tests.Ledger;

/// <summary>Runs changes and returns their ledger entries as text, so that a test reads like the entry. A refused change must leave nothing.</summary>
public abstract class RecordedChange : SlicedProgramme
{
    private protected RecordedChange() => (Lead, Administrator) = (Programme.Member(Roles.GovernanceLead, subject: "dana"), Programme.Member(Roles.Administrator, subject: "victor"));

    private protected Member Lead { get; }

    private protected Member Administrator { get; }

    private protected MemberAccess AsLead => Acting.As(Database, Lead, Clock);

    private protected MemberAccess AsAdministrator => Acting.As(Database, Administrator, Clock);

    /// <summary>The only entry that the change added, as text: action and subject, sentence, changes, related subjects, details.</summary>
    private protected async Task<string> RecordedTextAsync<T>(Member actor, LedgerSubject? subject, Func<Task<T>> change)
    {
        var before = (await Database.EntriesAsync()).Count;
        var outcome = await change();
        Assert.Null(RefusalIn(outcome));
        var entry = Assert.Single((await Database.EntriesAsync()).Skip(before));
        Assert.Equal((actor.Subject, actor.Name, actor.Roles.ToString(), actor.Unit, actor.Country), (entry.Actor.Subject, entry.Actor.Name, entry.Actor.Role, entry.Actor.Unit, entry.Actor.Country));
        Assert.Equal(Clock.Now, entry.Time);
        if (subject is not null)
            Assert.Equal(subject, entry.Subject);
        return Text(entry);
    }

    /// <summary>The change is refused and leaves every byte of the database as it was.</summary>
    private protected async Task RefusesAsync<TRefusal, T>(Func<Task<T>> change)
    {
        var before = await DumpAsync();
        Assert.IsType<TRefusal>(RefusalIn(await change()));
        Assert.Equal(before, await DumpAsync());
    }

    /// <summary>The change is accepted but changes nothing, so it leaves no entry.</summary>
    private protected async Task ChangesNothingAsync<T>(Func<Task<T>> change)
    {
        var before = await DumpAsync();
        Assert.Null(RefusalIn(await change()));
        Assert.Equal(before, await DumpAsync());
    }

    private protected static string Text(EntryContent entry)
    {
        var text = new StringBuilder($"{entry.Action} of {entry.Subject.Kind} “{entry.Subject.Name}”\n{entry.Sentence}");
        foreach (var change in entry.Changes)
            text.Append($"\n- {change.Field}: {change.From ?? "nothing"} → {change.To ?? "nothing"}");
        foreach (var same in entry.Related.GroupBy(related => related.Kind))
            text.Append($"\nabout {same.Count()} × {same.Key}{string.Concat(same.Select(related => related.Name).OfType<string>().Distinct().Select(name => $" “{name}”"))}");
        if (entry.Details is { } details)
            text.Append($"\n{details.ToJsonString().Replace('"', '\'').Replace("\\u2019", "’", StringComparison.Ordinal)}");
        return text.ToString();
    }

    private static Refusal? RefusalIn<T>(T outcome) => (Refusal?)typeof(T).GetProperty(nameof(Result.Refusal))!.GetValue(outcome);

    private async Task<string> DumpAsync()
    {
        await using var context = Database.CreateDbContext();
        await context.Database.OpenConnectionAsync(Token);
        var dump = new StringBuilder();
        foreach (var table in context.Model.GetRelationalModel().Tables)
            dump.AppendLine(table.Name).AppendJoin('\n', await RowsAsync(context.Database.GetDbConnection(), $"SELECT * FROM \"{table.Name}\"")).AppendLine();
        return dump.ToString();
    }

    private static async Task<List<string>> RowsAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of the schema's own tables.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(Token);
        var rows = new List<string>();
        while (await reader.ReadAsync(Token))
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(column)}")));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
