using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.Testing;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Slice.Tests;

/// <summary>The caller of a handler. Calls go through the product's own access check.</summary>
internal static class Acting
{
    public static readonly IOptions<ProgrammeSettings> Programme =
        Options.Create(new ProgrammeSettings { Name = "US user data pivot", OversightCountry = "US" });

    /// <param name="authenticatedAt">When the identity provider last authenticated the member; null if it does not say.</param>
    public static MemberAccess As(
        IDbContextFactory<DashboardContext> contexts, Member member, TimeProvider clock, DateTimeOffset? authenticatedAt = null) => new(
        new MemberDirectory(contexts, clock),
        new RefusalRecord(contexts, Programme, clock),
        new RequestPrincipal { User = MemberPrincipal.For(member, Programme.Value.OversightCountry, authenticatedAt?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)) },
        new NoCircuit(),
        Programme);

    public static MemberAccess As(this ITestDatabase database, ProgrammeBuilder programme, Roles roles, params string[] systems) =>
        As(database, programme.Member(roles, systems: systems), new SetClock(programme.Now));

    internal sealed class NoCircuit : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => throw new InvalidOperationException("The test has no circuit.");
    }
}
