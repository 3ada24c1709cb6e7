namespace Dashboard.DemoIdentity;

/// <summary>What the demo provider is told by the application that hosts it.</summary>
/// <param name="Folder">Where the provider keeps its keys and its store, so that a restart forgets nobody.</param>
/// <param name="ApplicationName">What people sign in to, shown on the sign-in page.</param>
/// <param name="OversightCountry">ISO 3166-1 alpha-2; a person of another country is marked on the sign-in page.</param>
public sealed record DemoIdentityOptions(string Folder, string ApplicationName, string OversightCountry);
