using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Dashboard.DemoIdentity.Provider;

/// <summary>Creates the store, registers the dashboard with the secret of this start, and removes expired data.</summary>
internal sealed class ClientRegistration(IServiceScopeFactory scopes, DemoClient client, TimeProvider time) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoIdentityContext>().Database.EnsureCreatedAsync(cancellationToken);

        var applications = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        var registered = await applications.FindByClientIdAsync(DemoClient.Id, cancellationToken);
        if (registered is null)
            await applications.CreateAsync(Describe(), cancellationToken);
        else
            await applications.UpdateAsync(registered, Describe(), cancellationToken);

        var threshold = time.GetUtcNow().AddDays(-1);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(threshold, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(threshold, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private OpenIddictApplicationDescriptor Describe() => new()
    {
        ClientId = DemoClient.Id,
        ClientSecret = client.Secret,
        ClientType = ClientTypes.Confidential,
        // RFC 8252 section 7.3: a native client's loopback redirect matches on any port, and the port is not known before the server listens.
        ApplicationType = ApplicationTypes.Native,
        ConsentType = ConsentTypes.Implicit,
        RedirectUris = { Loopback("localhost", DemoClient.RedirectPath), Loopback("127.0.0.1", DemoClient.RedirectPath) },
        PostLogoutRedirectUris = { Loopback("localhost", DemoClient.SignedOutRedirectPath), Loopback("127.0.0.1", DemoClient.SignedOutRedirectPath) },
        Permissions =
        {
            Permissions.Endpoints.Authorization,
            Permissions.Endpoints.EndSession,
            Permissions.Endpoints.PushedAuthorization,
            Permissions.Endpoints.Token,
            Permissions.GrantTypes.AuthorizationCode,
            Permissions.ResponseTypes.Code,
            Permissions.Scopes.Email,
            Permissions.Scopes.Profile,
        },
        Requirements = { Requirements.Features.ProofKeyForCodeExchange },
    };

    private static Uri Loopback(string host, string path) => new($"http://{host}{path}");
}
