namespace Dashboard.Core.Migration;

public sealed record WaveNameInvalid() : Refusal("Give the wave a name of 1 to 80 characters.");

public sealed record WaveNameTaken(string Name) : Refusal($"There is already a wave named {Name}.");

public sealed record WaveEndsBeforeItStarts() : Refusal("The target completion lies before the target start.");
