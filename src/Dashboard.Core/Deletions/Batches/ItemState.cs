namespace Dashboard.Core.Deletions;

/// <summary>How far one item of a batch has come.</summary>
public enum ItemState
{
    Proposed,

    /// <summary>Taken out by a reviewer or lead, with a reason. Stays listed.</summary>
    Excluded,

    /// <summary>In a work order that an executor was given.</summary>
    Ordered,

    /// <summary>An executor says that it is deleted. Not proved.</summary>
    Reported,

    /// <summary>An executor says that it could not be deleted.</summary>
    Failed,

    /// <summary>Reported, and lacking from a later complete inventory of its source.</summary>
    VerifiedAbsent,

    /// <summary>Reported, and listed by a later inventory of its source. To be done again.</summary>
    StillPresent,

    /// <summary>Was verified absent, and is listed again. It needs another batch.</summary>
    Reappeared,

    /// <summary>Goes on in another batch.</summary>
    Moved,
}

/// <summary>What the states have in common.</summary>
public static class ItemStates
{
    /// <summary>Of a batch that is open, these claim their copy.</summary>
    public static readonly ItemState[] Claiming = [ItemState.Proposed, ItemState.Ordered, ItemState.Reported, ItemState.Failed, ItemState.StillPresent];

    /// <summary>What an executor may still be told to delete: gates count for these.</summary>
    public static readonly ItemState[] ToDelete = [ItemState.Proposed, ItemState.Ordered, ItemState.Failed, ItemState.StillPresent];

    /// <summary>What cannot be finished in its batch, and goes on in another.</summary>
    public static readonly ItemState[] Movable = [ItemState.Failed, ItemState.StillPresent, ItemState.Reappeared];

    /// <summary>And once nothing more may be executed on the strength of the batch.</summary>
    public static readonly ItemState[] MovableAfterLapse = [.. Movable, ItemState.Proposed, ItemState.Ordered];

    /// <summary>What the manifest lists.</summary>
    public static readonly ItemState[] Listed =
        [ItemState.Proposed, ItemState.Ordered, ItemState.Reported, ItemState.Failed, ItemState.VerifiedAbsent, ItemState.StillPresent, ItemState.Reappeared];
}
