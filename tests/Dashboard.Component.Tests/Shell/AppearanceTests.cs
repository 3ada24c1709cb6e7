using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Http;

namespace Dashboard.Component.Tests.Shell;

public sealed class AppearanceTests
{
    [Theory]
    [InlineData("theme=dark", "dark", false)]
    [InlineData("theme=light; rail=folded", "light", true)]
    [InlineData("theme=system", null, false)]
    [InlineData("theme=\"><script>", null, false)]
    [InlineData("", null, false)]
    public void From_Cookies_TakesOnlyWhatItKnows(string cookies, string? theme, bool folded)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Cookie = cookies;

        Assert.Equal(new Appearance(theme, folded), Appearance.From(http.Request));
    }
}
