using Dashboard.Core.Ledger;

namespace Dashboard.Core.Inventory;

/// <summary>A class of data, and whether it must be inside the boundary.</summary>
public sealed class Classification : IVersioned, ILedgered
{
    /// <summary>The name of the class that data has until someone classifies it. It always counts as protected.</summary>
    public const string UnclassifiedName = "Unclassified";

    private Classification()
    {
    }

    public long Id { get; private set; }

    public string Name { get; private set; } = "";

    public string Description { get; private set; } = "";

    public bool MustBeInside { get; private set; }

    public long Version { get; private set; }

    public bool IsUnclassified => Name == UnclassifiedName;

    /// <summary>The four classes that every programme starts with.</summary>
    public static Classification[] Defaults() =>
    [
        new() { Name = "Protected", Description = "Private data of the protected population. Must be inside.", MustBeInside = true },
        new() { Name = "Excepted", Description = "Named exceptions that may be held outside, such as data needed for interoperability.", MustBeInside = false },
        new() { Name = "Public", Description = "Content that its author made public.", MustBeInside = false },
        new() { Name = UnclassifiedName, Description = "Not classified yet. Counts as protected.", MustBeInside = true },
    ];

    public static Result<Classification> Create(string name, string description, bool mustBeInside)
    {
        var classification = new Classification();
        var revised = classification.Revise(name, description, mustBeInside);
        return revised.Refusal is { } refusal ? refusal : classification;
    }

    public Result Revise(string name, string description, bool mustBeInside)
    {
        name = name.Trim();
        if (name.Length is 0 or > 60)
            return new ClassificationNameInvalid();
        if (IsUnclassified && (name != UnclassifiedName || !mustBeInside))
            return new UnclassifiedStaysProtected();
        if (description.Trim().Length > 500)
            return new TextTooLong("The description", 500);
        (Name, Description, MustBeInside) = (name, description.Trim(), mustBeInside);
        return Result.Done;
    }
}
