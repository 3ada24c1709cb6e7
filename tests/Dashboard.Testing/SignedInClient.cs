using System.Net;
using System.Text.RegularExpressions;

namespace Dashboard.Testing;

/// <summary>A demo person's session, as in a browser but without one.</summary>
public sealed partial class SignedInClient : IDisposable
{
    private readonly HttpClient following;
    private readonly HttpClient http;

    private SignedInClient(Uri address)
    {
        following = new HttpClient(new HttpClientHandler { CookieContainer = Cookies }) { BaseAddress = address };
        http = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>The URL on which sign-in ended.</summary>
    public Uri LandedOn { get; private set; } = null!;

    /// <summary>Sends with this person's cookies; a redirect is returned, not followed.</summary>
    public HttpClient Http => http;

    /// <summary>The same cookies, following every redirect.</summary>
    public HttpClient Following => following;

    public static async Task<SignedInClient> SignInAsync(
        Uri address, string subject, CancellationToken cancellationToken, string returnUrl = "/")
    {
        var client = new SignedInClient(address);
        await client.SignInAgainAsync(subject, cancellationToken, returnUrl);
        return client;
    }

    /// <summary>Opens sign-in, chooses the person if the provider asks, and follows the redirects back.</summary>
    public async Task<HttpResponseMessage> SignInAgainAsync(string subject, CancellationToken cancellationToken, string returnUrl = "/")
    {
        var page = await following.GetAsync($"/signin?returnUrl={Uri.EscapeDataString(returnUrl)}", cancellationToken);
        var html = await page.Content.ReadAsStringAsync(cancellationToken);
        if (page.RequestMessage!.RequestUri!.AbsolutePath == "/demo-identity/sign-in")
            page = await ChooseAsync(html, subject, cancellationToken);
        LandedOn = page.RequestMessage!.RequestUri!;
        return page;
    }

    /// <summary>Presses a person's button on the demo provider's page.</summary>
    public Task<HttpResponseMessage> ChooseAsync(string signInPage, string subject, CancellationToken cancellationToken) =>
        following.PostAsync(
            "/demo-identity/sign-in",
            new FormUrlEncodedContent(HiddenFields(signInPage).Append(new("person", subject))),
            cancellationToken);

    /// <summary>The hidden fields of a page's forms, including the antiforgery token.</summary>
    public static IEnumerable<KeyValuePair<string, string>> HiddenFields(string html) =>
        HiddenField().Matches(html).Select(field => KeyValuePair.Create(
            WebUtility.HtmlDecode(field.Groups["name"].Value), WebUtility.HtmlDecode(field.Groups["value"].Value)));

    public void Dispose()
    {
        following.Dispose();
        http.Dispose();
    }

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)" ?/?>""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HiddenField();
}
