namespace Dashboard.Web.Features.Administration.Tokens;

/// <param name="Name">The executor.</param>
/// <param name="Token">The token, which is shown only once.</param>
public sealed record IssuedToken(string Name, string Token);
