using Microsoft.Playwright;

namespace Dashboard.Browser.Tests.Setting;

/// <summary>
/// Detects when a prerendered page becomes live. The browser then calls <c>OnRenderCompleted</c> of Blazor's hub for the first batch. Before
/// that, a click on the visible page would be lost.
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

    /// <summary>Call this before a page loads. The circuit of the previous page then no longer counts.</summary>
    public void Loading() => live = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task IsLiveAsync() => live.Task.WaitAsync(TimeSpan.FromMilliseconds(Visitor.Patience));
}
