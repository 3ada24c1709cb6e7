using Dashboard.Web.Features.Inventory.List;

namespace Dashboard.Slice.Tests.Inventory;

public sealed class InventoryAddressTests
{
    [Theory]
    [InlineData("/inventory")]
    [InlineData("/inventory?position=Outside&role=Backup&role=Cache&sort=bytes")]
    [InlineData("/inventory?text=a%2Bb%26c&sort=resource&columns=resource,owner&after=5~x%2Fy&copy=7&map=folded")]
    public void To_OfAParsedAddress_IsTheSame(string address) =>
        Assert.Equal(Uri.UnescapeDataString(address), Uri.UnescapeDataString(InventoryAddress.Parse($"https://host{address}").To()));

    [Fact]
    public void To_AnExport_KeepsFiltersSortAndColumnsOnly() => Assert.Equal(
        "/inventory/export.csv?role=Backup&sort=resource&columns=owner",
        InventoryAddress.Parse("/inventory?role=Backup&sort=resource&columns=owner&after=1~2&copy=3&map=folded&nonsense=1").To(InventoryAddress.CsvExport));

    [Fact]
    public void With_AnotherFilter_StartsFromTheFirstPage() => Assert.Equal(
        "/inventory?position=Inside&role=Backup",
        InventoryAddress.Parse("/inventory?position=Inside&after=1~2").With(new("role", "Backup")).With(new("role", "Backup")).To());
}
