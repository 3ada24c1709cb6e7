namespace Dashboard.Core.Deletions;

/// <summary>What the time of a person's last authentication is worth now.</summary>
public enum AuthenticationTime
{
    Recent,
    Absent,
    TooOld,
    InFuture,
}
