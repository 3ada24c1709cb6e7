using System.Reflection;
using Bunit;
using Dashboard.Core;
using Dashboard.Core.Deletions;
using Dashboard.Core.Inventory;
using Dashboard.Core.Migration;
using Dashboard.Web.Controls.Charts;
using Dashboard.Web.Features.Figures;
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
        Assert.All(FigureDefinitions.All, figure =>
        {
            var definition = page.Find($"#{figure.Slug} dd").TextContent;
            Assert.All([figure.Counts, figure.OutOf ?? "", figure.LeavesOut, figure.RestsOn], part => Assert.Contains(part, definition));
        });
        Assert.Equal(GlossaryTerms.All.Count + FigureDefinitions.All.Count, page.FindAll("dt").Count);
    }

    [Fact]
    public void Figures_EveryDeclaredDefinition_IsListedOnce()
    {
        var declared = typeof(FigureDefinitions).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(FigureDefinition)).Select(field => ((FigureDefinition)field.GetValue(null)!).Slug).ToList();

        Assert.Equal(declared.Order(), FigureDefinitions.All.Select(figure => figure.Slug).Order());
        Assert.Equal(declared.Count, declared.Distinct().Count());
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
