using System.Security.Claims;

namespace Dashboard.Web.Security;

/// <summary>
/// Who makes this HTTP request. A circuit has a scope of its own in which this stays empty, so that no handler ever looks at
/// the long-finished request that opened the circuit.
/// </summary>
internal sealed class RequestPrincipal
{
    public ClaimsPrincipal? User { get; set; }
}
