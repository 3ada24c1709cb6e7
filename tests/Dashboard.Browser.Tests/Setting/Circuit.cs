using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Setting;

/// <summary>
/// Knows when a prerendered page has become live. The browser then tells the server that it has drawn the first batch: the
/// <c>OnRenderCompleted</c> call of Blazor's hub. Before that, a click on what is already visible would be lost.
/// </summary>
internal sealed class Circuit
{
    private static readonly byte[] Drawn = [.. "OnRenderCompleted"u8];

    private TaskCompletionSource live = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Circuit(IPage page) => page.WebSocket += (_, socket) =>
    {
        var loading = live;
        socket.FrameSent += (_, frame) =>
        {
            if (frame.Binary.AsSpan().IndexOf(Drawn) >= 0)
                loading.TrySetResult();
        };
    };

    /// <summary>A page is loaded anew, and the circuit of the one before does not count.</summary>
    public void Loading() => live = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task IsLiveAsync() => live.Task.WaitAsync(TimeSpan.FromMilliseconds(Visitor.Patience));
}
