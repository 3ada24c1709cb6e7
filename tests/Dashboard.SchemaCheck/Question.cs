namespace Dashboard.SchemaCheck;

/// <summary>What to check, as JSON on standard input. The answer on standard output is a JSON list of problems.</summary>
/// <param name="Schema">Scripts that create the schema, in order.</param>
/// <param name="Procedures"><c>CREATE PROCEDURE</c> statements that use the schema.</param>
public sealed record Question(IReadOnlyList<string> Schema, IReadOnlyList<string> Procedures);
