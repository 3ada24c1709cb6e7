using System.Xml.Linq;
using Dashboard.Core;
using Dashboard.Core.Administration;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Startup;

/// <summary>Stores data-protection keys in our own database. The framework calls it synchronously, so there is no async here.</summary>
internal sealed class ProtectionKeyRepository(IDbContextFactory<DashboardContext> contexts) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = contexts.CreateDbContext();
        return [.. context.ProtectionKeys.AsNoTracking().Select(key => key.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var context = contexts.CreateDbContext();
        context.ProtectionKeys.Add(new ProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        context.SaveChanges();
    }
}
