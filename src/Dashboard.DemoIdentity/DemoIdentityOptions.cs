namespace Dashboard.DemoIdentity;

/// <summary>Settings that the host application gives to the demo provider.</summary>
/// <param name="Folder">Where the provider stores its keys and data, so that sign-in still works after a restart.</param>
/// <param name="ApplicationName">Name of the application, shown on the sign-in page.</param>
/// <param name="OversightCountry">ISO 3166-1 alpha-2; people from other countries are marked on the sign-in page.</param>
public sealed record DemoIdentityOptions(string Folder, string ApplicationName, string OversightCountry);
