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

public sealed record SampleInvalid() : Refusal("Say how many rows or objects the sample had, at least one, and how many of them differed.");

public sealed record SampleContradictsResult(long Mismatches)
    : Refusal($"A sample with {Mismatches:N0} mismatches did not find the copies equal. Record it as different.");

public sealed record ComparedInTheFuture() : Refusal("The time of the comparison lies in the future. Give the time (UTC) at which it was made.");

public sealed record ComparerInvalid() : Refusal("Name the tool or person that compared, in 1 to 200 characters.");

public sealed record ComparisonWithoutEvidence() : Refusal("Give a link to the evidence or the SHA-256 of its file: without either, nobody can check it.");

public sealed record EvidenceLinkInvalid() : Refusal("The evidence link must begin with https:// or http:// and have at most 500 characters.");

public sealed record EvidenceHashInvalid() : Refusal("A SHA-256 has 64 hexadecimal digits, 0 to 9 and a to f.");

public sealed record NotACopyInside() : Refusal("The first copy is not a listed copy of this dataset inside the boundary. Reload the page and choose again.");

public sealed record NotACopyOutside() : Refusal("The second copy is not one of this dataset that remains outside the boundary. Reload the page and choose again.");

public sealed record ComparedCopyChangedMeanwhile()
    : Refusal("An import changed one of the two copies after you opened this form. Reload the page, and make sure that what was compared is what is there now.");

public sealed record ComparisonAlreadyRevoked() : Refusal("This comparison has been revoked already. Reload the page.");

public sealed record RevocationNeedsReason() : Refusal("Say why the comparison is revoked.");
