namespace Dashboard.Core.Deletions;

/// <summary>How far one item of a batch has progressed.</summary>
public enum ItemState
{
    Proposed,

    /// <summary>Excluded by a reviewer or lead, with a reason. It is still shown.</summary>
    Excluded,

    /// <summary>In a work order that an executor has.</summary>
    Ordered,

    /// <summary>Reported as deleted by an executor, not verified.</summary>
    Reported,

    /// <summary>An executor reported that it could not be deleted.</summary>
    Failed,

    /// <summary>Reported as deleted, and not listed by a later complete inventory of its source.</summary>
    VerifiedAbsent,

    /// <summary>Reported as deleted, but listed by a later inventory of its source. It must be deleted again.</summary>
    StillPresent,

    /// <summary>Was verified absent, but is listed again. It needs another batch.</summary>
    Reappeared,

    /// <summary>Moved to another batch.</summary>
    Moved,
}

/// <summary>Groups of states.</summary>
public static class ItemStates
{
    /// <summary>States in which an item of an open batch claims its copy.</summary>
    public static readonly ItemState[] Claiming = [ItemState.Proposed, ItemState.Ordered, ItemState.Reported, ItemState.Failed, ItemState.StillPresent];

    /// <summary>States in which an executor may still be told to delete the item. Gates apply to these.</summary>
    public static readonly ItemState[] ToDelete = [ItemState.Proposed, ItemState.Ordered, ItemState.Failed, ItemState.StillPresent];

    /// <summary>States in which an item cannot be finished in its batch and can move to another.</summary>
    public static readonly ItemState[] Movable = [ItemState.Failed, ItemState.StillPresent, ItemState.Reappeared];

    /// <summary>The same, when nothing more may be executed under the batch.</summary>
    public static readonly ItemState[] MovableAfterLapse = [.. Movable, ItemState.Proposed, ItemState.Ordered];

    /// <summary>States of the items that the manifest lists.</summary>
    public static readonly ItemState[] Listed =
        [ItemState.Proposed, ItemState.Ordered, ItemState.Reported, ItemState.Failed, ItemState.VerifiedAbsent, ItemState.StillPresent, ItemState.Reappeared];
}
