using System.Reflection;
using Bunit;
using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Features.Glossary;
using Dashboard.Web.Shell;

namespace Dashboard.Component.Tests.Glossary;

public sealed class GlossaryPageTests : ComponentTest
{
    [Fact]
    public void Page_EveryTerm_HasItsOwnAnchorAndDefinition()
    {
        var page = Render<GlossaryPage>();

        Assert.All(GlossaryTerms.All, term =>
        {
            Assert.Equal(term.Name, page.Find($"#{term.Slug} dt").TextContent);
            Assert.Equal(term.Definition, page.Find($"#{term.Slug} dd").TextContent);
        });
        Assert.Equal(GlossaryTerms.All.Count, page.FindAll("dt").Count);
    }

    [Fact]
    public void All_EveryDeclaredTerm_IsListedOnce()
    {
        var declared = typeof(GlossaryTerms).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(GlossaryTerm)).Select(field => (GlossaryTerm)field.GetValue(null)!).ToList();

        Assert.NotEmpty(declared);
        Assert.Equal(declared.Select(term => term.Slug).Order(), GlossaryTerms.All.Select(term => term.Slug).Order());
        Assert.Equal(GlossaryTerms.All.Count, GlossaryTerms.All.DistinctBy(term => term.Slug).Count());
    }

    /// <summary>A state that a page shows must be a term that a reader can look up.</summary>
    [Fact]
    public void All_EveryStageAndCopyState_IsATerm()
    {
        var shown = Enum.GetValues<Stage>().Select(stage => Naming.Label(stage)).Concat(Enum.GetValues<CopyState>().Select(state => Naming.Label(state)));

        Assert.All(shown, name => Assert.Contains(GlossaryTerms.All, term => term.Name == name));
    }

    [Fact]
    public void PageHeader_WithATerm_LinksToItsDefinition()
    {
        var header = Render<PageHeader>(parameters => parameters.Add(page => page.Title, "Legal holds").Add(page => page.Term, GlossaryTerms.LegalHold));

        Assert.Equal("/glossary#legal-hold", header.Find("a.term-link").GetAttribute("href"));
        Assert.Equal("Legal holds", header.Find("h1").TextContent);
    }
}
