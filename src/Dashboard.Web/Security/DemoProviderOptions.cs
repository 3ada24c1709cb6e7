using Dashboard.DemoIdentity;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Security;

/// <summary>
/// Points sign-in at the demo provider in this process. The options are created on the first request, when the server already
/// knows its own address and port.
/// </summary>
internal sealed class DemoProviderOptions(DemoClient client, IServer server) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public void Configure(string? name, OpenIdConnectOptions options)
    {
        options.Authority = OwnAddress() + DemoIdentityPaths.Base;
        options.RequireHttpsMetadata = false;
        options.ClientId = DemoClient.Id;
        options.ClientSecret = client.Secret;
        options.CallbackPath = DemoClient.RedirectPath;
        options.SignedOutCallbackPath = DemoClient.SignedOutRedirectPath;
    }

    public void Configure(OpenIdConnectOptions options) => Configure(Options.DefaultName, options);

    private string OwnAddress()
    {
        var listening = BindingAddress.Parse(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var host = listening.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : listening.Host;
        return $"{listening.Scheme}://{host}:{listening.Port}";
    }
}
