using Mono.Cecil;

namespace Dashboard.Slice.Tests.Architecture;

/// <summary>References between the product's types: by inheritance, members, attributes and method bodies. A nested type counts as its outer type.</summary>
internal sealed class TypeGraph
{
    private readonly Dictionary<string, HashSet<string>> references = new(StringComparer.Ordinal);

    public TypeGraph(IEnumerable<string> assemblies)
    {
        var types = assemblies.SelectMany(path => ModuleDefinition.ReadModule(path).Types).Where(IsOurs).ToList();
        foreach (var type in types)
            references[type.FullName] = new(StringComparer.Ordinal);
        foreach (var type in types)
            AddAll(type.FullName, type);
    }

    public int Count => references.Count;

    public IReadOnlySet<string> Of(string type) => references[type];

    /// <summary>Groups of types in which each reaches every other (Tarjan's strongly connected components), the largest first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Circles()
    {
        var (index, low) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));
        var open = new Stack<string>();
        var circles = new List<IReadOnlyList<string>>();
        foreach (var type in references.Keys.Where(type => !index.ContainsKey(type)).ToList())
        {
            if (!index.ContainsKey(type))
                Visit(type);
        }

        return [.. circles.Where(circle => circle.Count > 1).OrderByDescending(circle => circle.Count)];

        void Visit(string type)
        {
            index[type] = low[type] = index.Count;
            open.Push(type);
            foreach (var other in references[type])
            {
                if (!index.TryGetValue(other, out var place))
                {
                    Visit(other);
                    low[type] = Math.Min(low[type], low[other]);
                }
                else if (open.Contains(other))
                {
                    low[type] = Math.Min(low[type], place);
                }
            }

            if (low[type] != index[type])
                return;
            var circle = new List<string>();
            do
            {
                circle.Add(open.Pop());
            }
            while (circle[^1] != type);
            circles.Add(circle);
        }
    }

    private static bool IsOurs(TypeDefinition type) =>
        type.Namespace.StartsWith("Dashboard.", StringComparison.Ordinal) && !type.Namespace.EndsWith(".Migrations", StringComparison.Ordinal)
        && !type.Name.StartsWith('<');

    private void AddAll(string from, TypeDefinition type)
    {
        Add(from, type.BaseType);
        foreach (var implemented in type.Interfaces)
            Add(from, implemented.InterfaceType);
        foreach (var attribute in type.CustomAttributes)
            Add(from, attribute.AttributeType);
        foreach (var field in type.Fields)
            Add(from, field.FieldType);
        foreach (var method in type.Methods)
            AddMethod(from, method);
        foreach (var nested in type.NestedTypes)
            AddAll(from, nested);
    }

    private void AddMethod(string from, MethodDefinition method)
    {
        Add(from, method.ReturnType);
        foreach (var parameter in method.Parameters)
            Add(from, parameter.ParameterType);
        if (!method.HasBody)
            return;
        foreach (var local in method.Body.Variables)
            Add(from, local.VariableType);
        foreach (var operand in method.Body.Instructions.Select(instruction => instruction.Operand))
        {
            Add(from, operand as TypeReference ?? (operand as MemberReference)?.DeclaringType);
            if (operand is GenericInstanceMethod generic)
                generic.GenericArguments.ToList().ForEach(argument => Add(from, argument));
        }
    }

    private void Add(string from, TypeReference? to)
    {
        if (to is null or GenericParameter)
            return;
        if (to is GenericInstanceType generic)
            generic.GenericArguments.ToList().ForEach(argument => Add(from, argument));
        var type = to.GetElementType();
        while (type.DeclaringType is not null)
            type = type.DeclaringType;
        if (type.FullName != from && references.ContainsKey(type.FullName))
            references[from].Add(type.FullName);
    }
}
