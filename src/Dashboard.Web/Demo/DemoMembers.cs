using Dashboard.Web.Features.Administration.Tokens;
using Dashboard.Core.Imports;
using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Dashboard.DemoIdentity;
using Dashboard.Web.Security;
using Dashboard.Web.Settings;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Dashboard.Web.Demo;

/// <summary>The demo's people as members. They act through the product's own access check, so the demo can do only what they may do.</summary>
internal sealed class DemoMembers(IDbContextFactory<DashboardContext> contexts, IOptions<ProgrammeSettings> programme, DemoClock past)
{
    public const string Lead = "dana.whitfield";
    public const string SecondLead = "marcus.oyelaran";
    public const string Assurance = "priya.raman";
    public const string SecondOfAssurance = "thomas.keller";
    public const string Legal = "grace.holloway";
    public const string Administrator = "victor.almeida";

    private static readonly string[] Acting = [Lead, SecondLead, Assurance, SecondOfAssurance, Legal, Administrator];

    private readonly MemberDirectory directory = new(contexts, past);
    private readonly RefusalRecord refusals = new(contexts, programme, past);
    private readonly Dictionary<string, Member> members = new(StringComparer.Ordinal);

    /// <summary>They sign in for the first time.</summary>
    public async Task SignInAsync(CancellationToken cancellationToken)
    {
        foreach (var subject in Acting)
        {
            var person = DemoPeople.Find(subject)!;
            members[subject] = await directory.SignInAsync(
                new(person.Subject, person.Name, person.Email, RoleOf(person), person.Unit, person.Country, person.Systems), cancellationToken);
        }
    }

    /// <summary>Access for a member who signed in a minute ago.</summary>
    public MemberAccess As(string subject)
    {
        var authenticatedAt = past.GetUtcNow().AddMinutes(-1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var principal = MemberPrincipal.For(members[subject], programme.Value.OversightCountry, authenticatedAt);
        return new(directory, refusals, new() { User = principal }, new NoCircuit(), programme);
    }

    /// <summary>An administrator issues the token with which a source pushes its reports.</summary>
    public async Task<ApiToken> IssueSourceTokenAsync(Source source, DateOnly lastDay, CancellationToken cancellationToken)
    {
        var issued = await new IssueApiToken(contexts, As(Administrator), past).HandleAsync(new($"{source.Name} exporter", [], lastDay, source.Id), cancellationToken);
        if (issued.Refusal is { } refusal)
            throw new InvalidOperationException($"A step of the demo programme was refused: {refusal.Message}");
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.ApiTokens.AsNoTracking().OrderByDescending(token => token.Id).FirstAsync(cancellationToken);
    }

    private static Roles RoleOf(DemoPerson person) => person.Role switch
    {
        "governance-lead" => Roles.GovernanceLead,
        "reviewer" => Roles.Reviewer,
        _ => Roles.Administrator,
    };

    private sealed class NoCircuit : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => throw new InvalidOperationException("The demo's people act without a page.");
    }
}
