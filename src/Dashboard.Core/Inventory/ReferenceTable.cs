namespace Dashboard.Core.Inventory;

/// <summary>Reads the reference tables that ship inside this assembly: CSV without quoting, one header line.</summary>
internal static class ReferenceTable
{
    public static IEnumerable<string[]> Read(string file)
    {
        using var stream = typeof(ReferenceTable).Assembly.GetManifestResourceStream($"Dashboard.Core.Inventory.{file}")
            ?? throw new InvalidOperationException($"The reference table {file} is not embedded.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
                yield return line.Split(';');
        }
    }
}
