namespace Dashboard.Core;

/// <summary>
/// Who acts was suspended, or their roles changed, between the check of their rights and the change. The use case is done again and checks again.
/// </summary>
public sealed class ActorChangedException() : Exception("The acting member was changed by someone else in the meantime.");
