using System.Net;
using Dashboard.Core;
using Dashboard.Slice.Tests.Security;
using Dashboard.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Slice.Tests.Administration;

/// <summary>The prerendered pages: who may open them, and who is offered a change.</summary>
[Collection(nameof(RunningDashboard))]
public sealed class BoundaryPagesTests(DashboardHost host)
{
    private const string Lead = "dana.whitfield";
    private const string Auditor = "samuel.ortega";

    [Theory]
    [InlineData("/administration/boundary")]
    [InlineData("/administration/locations")]
    [InlineData("/administration/classifications")]
    [InlineData("/administration/classifications/{first}")]
    public async Task Pages_OpenOnlyForRolesThatMayViewTheBoundary(string address)
    {
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Lead, address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Auditor, address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync("eleanor.brandt", address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync("victor.almeida", address)).Status);
    }

    [Theory]
    [InlineData("/administration/boundary", "/administration/boundary/new")]
    [InlineData("/administration/classifications", "/administration/classifications/new")]
    [InlineData("/administration/classifications/{first}", "Show what this changes")]
    public async Task Pages_OfferAChangeOnlyToRolesThatMayMakeIt(string address, string offer)
    {
        Assert.Contains(offer, (await GetAsync(Lead, address)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(offer, (await GetAsync(Auditor, address)).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/administration/boundary/new")]
    [InlineData("/administration/classifications/new")]
    public async Task FormPages_OpenOnlyForTheLead(string address)
    {
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(Lead, address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(Auditor, address)).Status);
    }

    [Theory]
    [InlineData("/administration/boundary/999999", "The rule could not be loaded.")]
    [InlineData("/administration/locations/999999", "The location could not be loaded.")]
    [InlineData("/administration/classifications/999999", "The classification could not be loaded.")]
    public async Task Page_OfSomethingMissing_SaysSo(string address, string expected) =>
        Assert.Contains(expected, (await GetAsync(Auditor, address)).Html, StringComparison.Ordinal);

    private async Task<(HttpStatusCode Status, string Html)> GetAsync(string subject, string address)
    {
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<DashboardContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var first = await context.Classifications.MinAsync(classification => classification.Id, TestContext.Current.CancellationToken);
        using var client = await host.SignInAsync(subject, TestContext.Current.CancellationToken);
        var answer = await client.Http.GetAsync(address.Replace("{first}", $"{first}", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
