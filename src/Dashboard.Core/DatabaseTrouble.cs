namespace Dashboard.Core;

/// <summary>What a database's error means for the use case that met it. Each provider says which of its numbers mean what.</summary>
public enum DatabaseTrouble
{
    /// <summary>Not an error of the database, or one that trying again does not mend.</summary>
    Other,

    /// <summary>Another change was faster: a deadlock, an outdated snapshot, or a unique key that is taken now. Nothing was saved; the whole use case can be done again.</summary>
    Conflict,

    /// <summary>The time limit ended while someone else was changing the same rows. Nothing was saved.</summary>
    Busy,

    /// <summary>The database cannot be reached, or is changing over to another server. Nothing was saved, except perhaps by a commit that got no answer.</summary>
    Away,
}
