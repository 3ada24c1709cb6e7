namespace Dashboard.Core.Administration;

public sealed record ViewNameInvalid() : Refusal($"Name the view, in 1 to {SavedView.LongestName} characters.");

public sealed record ViewNameTaken(string Name) : Refusal($"You have a view of this page named “{Name}”. Choose another name, or remove that one first.");

public sealed record TooManyViews() : Refusal($"You have {SavedView.Most} views of this page, which is the most. Remove one that you no longer need.");

public sealed record ViewTooLong() : Refusal("These are more filters than a view can keep. Take some away.");

public sealed record ViewAddressInvalid() : Refusal("Only the filters and the order of a list on this site can be saved.");

public sealed record ViewNotFound() : Refusal("You have no such view. Reload the page.");
