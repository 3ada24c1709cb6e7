namespace Dashboard.Core.Migration;

public sealed record WaveNameInvalid() : Refusal("Give the wave a name of 1 to 80 characters.");

public sealed record WaveNameTaken(string Name) : Refusal($"There is already a wave named {Name}.");

public sealed record WaveEndsBeforeItStarts() : Refusal("The target completion lies before the target start.");

public sealed record NoDatasetChosen() : Refusal("Choose at least one dataset to move.");

public sealed record TooManyDatasets(int Limit) : Refusal($"Move at most {Limit:N0} datasets at a time.");

public sealed record DatasetsMovedMeanwhile(int Datasets)
    : Refusal($"{Datasets:N0} of the chosen datasets were moved by someone else, or are gone. Reload the list and choose again.");

public sealed record DatasetOfAnotherSystem()
    : Refusal("This dataset belongs to a system that you do not answer for. Ask its steward, or a governance lead.");
