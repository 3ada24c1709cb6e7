namespace Dashboard.Core.Migration;

public sealed record WaveNameInvalid() : Refusal("Give the wave a name of 1 to 80 characters.");

public sealed record WaveNameTaken(string Name) : Refusal($"There is already a wave named {Name}.");

public sealed record WaveEndsBeforeItStarts() : Refusal("The target completion is before the target start.");

public sealed record NoDatasetChosen() : Refusal("Choose at least one dataset to move.");

public sealed record TooManyDatasets(int Limit) : Refusal($"Move at most {Limit:N0} datasets at a time.");

public sealed record DatasetsMovedMeanwhile(int Datasets)
    : Refusal($"{Datasets:N0} of the chosen datasets {(Datasets == 1 ? "was" : "were")} moved or removed by someone else. Reload the list and choose again.");

public sealed record DatasetOfAnotherSystem()
    : Refusal("This dataset belongs to a system that you are not responsible for. Ask its steward or a governance lead.");

public sealed record SampleInvalid() : Refusal("Enter how many rows or objects the sample had (at least 1) and how many of them differed.");

public sealed record SampleContradictsResult(long Mismatches)
    : Refusal($"A sample with {Mismatches:N0} {(Mismatches == 1 ? "mismatch" : "mismatches")} does not show that the copies are equal. Record the result as different.");

public sealed record ComparedInTheFuture() : Refusal("The time of the comparison is in the future. Enter the time (UTC) when it was made.");

public sealed record ComparerInvalid() : Refusal("Name the tool or person that made the comparison, in 1 to 200 characters.");

public sealed record ComparisonWithoutEvidence() : Refusal("Enter a link to the evidence or the SHA-256 of its file. Without one of them, no one can check it.");

public sealed record EvidenceLinkInvalid() : Refusal("The evidence link must begin with https:// or http:// and have at most 500 characters.");

public sealed record EvidenceHashInvalid() : Refusal("A SHA-256 has 64 hexadecimal digits (0 to 9 and a to f).");

public sealed record NotACopyInside() : Refusal("The first copy is not one of this dataset's listed copies inside the boundary. Reload the page and choose again.");

public sealed record NotACopyOutside() : Refusal("The second copy is not one of this dataset's copies that remain outside the boundary. Reload the page and choose again.");

public sealed record ComparedCopyChangedMeanwhile()
    : Refusal("An import changed one of the two copies after you opened this form. Reload the page and check that the comparison still applies to the current copies.");

public sealed record ComparisonAlreadyRevoked() : Refusal("This comparison has already been revoked. Reload the page.");

public sealed record RevocationNeedsReason() : Refusal("Give a reason for revoking the comparison.");
