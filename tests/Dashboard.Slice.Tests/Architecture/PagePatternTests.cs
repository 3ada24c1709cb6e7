using System.Reflection;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Slice.Tests.Architecture;

/// <summary>Every page, and every part that loads data, follows one pattern: it says why loading failed and shows what others change.</summary>
public sealed class PagePatternTests
{
    /// <summary>Pages without data of their own.</summary>
    private static readonly string[] WithoutData =
    [
        "ApiPage", "DatasetsPage", "ErrorPage", "FormatsPage", "GlossaryPage", "LandingPage", "NewClassificationPage", "NewWavePage", "NoAccessPage", "NotFoundPage", "SignInFailedPage",
        "SignedOutPage", "StatusPage",
    ];

    /// <summary>Names of the use cases that read.</summary>
    private static readonly string[] Reading = ["List", "Get", "Find"];

    private static readonly Type[] Components = [.. typeof(LoadedPage).Assembly.GetTypes().Where(type => typeof(ComponentBase).IsAssignableFrom(type) && !type.IsAbstract)];

    [Fact]
    public void Pages_ExceptThoseWithoutData_AreLoadedPages() => Assert.Equal(
        WithoutData.Order(StringComparer.Ordinal),
        Components.Where(type => type.GetCustomAttribute<RouteAttribute>() is not null && !typeof(LoadedPage).IsAssignableFrom(type)).Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Pages_WithoutData_InjectNoUseCase() => Assert.Empty(
        Components.Where(type => WithoutData.Contains(type.Name)).SelectMany(UseCases));

    [Fact]
    public void Parts_ThatRead_AreLoadedPages() => Assert.Empty(
        from type in Components
        where !typeof(LoadedPage).IsAssignableFrom(type)
        from useCase in UseCases(type)
        where Reading.Any(verb => useCase.Name.StartsWith(verb, StringComparison.Ordinal))
        select $"{type.Name} injects {useCase.Name}");

    /// <summary>
    /// A page that never hears of a change would show old figures as if they were new. These show what no longer changes (an import's results),
    /// what only their reader changes (views), or a form with its choices.
    /// </summary>
    [Fact]
    public void LoadedPages_AllSayWhatTheyReloadOn() => Assert.Equal(
        ["ChangedDatasets", "ExportPage", "NewBatchPage", "NewRulePage", "NewSourcePage", "RejectedRows", "ViewsMenu"],
        Components.Where(type => typeof(LoadedPage).IsAssignableFrom(type)
            && type.GetMethod("ReloadsOn", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is null).Select(type => type.Name).Order(StringComparer.Ordinal));

    private static IEnumerable<Type> UseCases(Type component) =>
        from property in component.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        where property.GetCustomAttribute<InjectAttribute>() is not null
        where property.PropertyType.Namespace?.StartsWith("Dashboard.Web.Features", StringComparison.Ordinal) == true
        where property.PropertyType.GetMethods(BindingFlags.Instance | BindingFlags.Public).Any(method => method.Name == "HandleAsync")
        select property.PropertyType;
}
