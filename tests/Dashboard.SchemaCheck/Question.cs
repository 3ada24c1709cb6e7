namespace Dashboard.SchemaCheck;

/// <summary>What to check, as JSON on standard input. The answer on standard output is a JSON list of problems.</summary>
/// <param name="Schema">Scripts that make the schema, in order.</param>
/// <param name="Procedures">Each a <c>CREATE PROCEDURE</c> over it.</param>
public sealed record Question(IReadOnlyList<string> Schema, IReadOnlyList<string> Procedures);
