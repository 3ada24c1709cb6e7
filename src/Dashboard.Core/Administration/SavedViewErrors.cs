namespace Dashboard.Core.Administration;

public sealed record ViewNameInvalid() : Refusal($"Name the view, in 1 to {SavedView.LongestName} characters.");

public sealed record ViewNameTaken(string Name) : Refusal($"You already have a view of this page named “{Name}”. Choose another name, or remove that view first.");

public sealed record TooManyViews() : Refusal($"You have {SavedView.Most} views of this page, which is the maximum. Remove one that you no longer need.");

public sealed record ViewTooLong() : Refusal("A view cannot store this many filters. Remove some of them.");

public sealed record ViewAddressInvalid() : Refusal("Only the filters and sort order of a list on this site can be saved.");

public sealed record ViewNotFound() : Refusal("This view does not exist. Reload the page.");
