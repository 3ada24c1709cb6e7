using System.Text.Json;
using Dashboard.SchemaCheck;
using Microsoft.SqlServer.Dac.Model;

// SQL Server's own schema compiler, without a server: it resolves every table and column that a procedure names. A process of its own,
// because the tests run without cultures, as the product does.
var question = (await JsonSerializer.DeserializeAsync<Question>(Console.OpenStandardInput()))!;

// As SqlClient's sessions have it: double quotes delimit names.
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

// Warnings count as well: a table that does not exist is only one.
problems.AddRange(model.Validate().Select(message => $"{message.Prefix}{message.Number}: {message.Message}"));
await JsonSerializer.SerializeAsync(Console.OpenStandardOutput(), problems);
