namespace Dashboard.Core.Deletions;

/// <summary>Whether a person's last authentication is recent enough.</summary>
public enum AuthenticationTime
{
    Recent,
    Absent,
    TooOld,
    InFuture,
}
