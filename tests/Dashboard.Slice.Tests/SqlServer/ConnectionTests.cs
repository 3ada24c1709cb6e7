using System.Net;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;

namespace Dashboard.Slice.Tests.SqlServer;

public sealed class ConnectionTests
{
    /// <summary>In invariant-globalization mode, opening a connection threw before anything reached the network.</summary>
    [Fact]
    public async Task Open_OfAClosedPort_FailsInTheNetwork()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        await using var connection = new SqlConnection($"Server=tcp:127.0.0.1,{port};Database=d;User Id=u;Password=p;Encrypt=false;Connect Timeout=3;ConnectRetryCount=0");

        var failure = await Assert.ThrowsAsync<SqlException>(() => connection.OpenAsync(TestContext.Current.CancellationToken));

        Assert.IsAssignableFrom<SocketException>(failure.GetBaseException());
    }
}
