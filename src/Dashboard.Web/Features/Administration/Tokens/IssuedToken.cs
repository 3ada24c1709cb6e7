namespace Dashboard.Web.Features.Administration.Tokens;

/// <param name="Name">The executor.</param>
/// <param name="Written">The token, to be shown once.</param>
public sealed record IssuedToken(string Name, string Written);
