using System.Security.Claims;

namespace Dashboard.Web.Security;

/// <summary>
/// The user of this HTTP request. A circuit has its own scope in which this stays empty, so that no handler uses the finished
/// request that opened the circuit.
/// </summary>
internal sealed class RequestPrincipal
{
    public ClaimsPrincipal? User { get; set; }
}
