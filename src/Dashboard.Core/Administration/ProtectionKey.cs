namespace Dashboard.Core.Administration;

/// <summary>One ASP.NET data-protection key (XML), stored in the database so that all web servers can read each other's cookies.</summary>
public sealed class ProtectionKey(string name, string xml)
{
    public long Id { get; private set; }

    public string Name { get; private set; } = name;

    public string Xml { get; private set; } = xml;
}
