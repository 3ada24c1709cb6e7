using System.Text.Json;
using Dashboard.SchemaCheck;
using Microsoft.SqlServer.Dac.Model;

// Runs SQL Server's own schema compiler without a server. It resolves every table and column that a procedure names. It is a separate
// process, because the tests run without cultures, like the product.
var question = (await JsonSerializer.DeserializeAsync<Question>(Console.OpenStandardInput()))!;

// The same settings as SqlClient's sessions: double quotes delimit names.
var session = new TSqlObjectOptions { QuotedIdentifier = true, AnsiNulls = true };
using var model = new TSqlModel(SqlServerVersion.Sql150, new TSqlModelOptions());
var problems = new List<string>();
foreach (var script in question.Schema.Concat(question.Procedures))
{
    try
    {
        model.AddObjects(script, session);
    }
    catch (DacModelException unreadable)
    {
        problems.Add($"{unreadable.Message}\n{script}");
    }
}

// Warnings count too: a missing table is only a warning.
problems.AddRange(model.Validate().Select(message => $"{message.Prefix}{message.Number}: {message.Message}"));
await JsonSerializer.SerializeAsync(Console.OpenStandardOutput(), problems);
