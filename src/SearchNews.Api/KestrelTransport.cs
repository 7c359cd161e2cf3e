using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace SearchNews.Api;

/// <summary>
/// How bytes come from a socket to our code and back: by the one thread of the pool that the arrival woke, to the end of the answer. Each hand-over to another
/// thread would cost a question the time until that thread is awake.
/// </summary>
/// <remarks>See decision 12. Nothing may block here without need: what waits long, waits asynchronously.</remarks>
internal static class KestrelTransport
{
    public static void AddKestrelTransport(this IServiceCollection services) =>
        services.Configure<SocketTransportOptions>(sockets =>
        {
            sockets.UnsafePreferInlineScheduling = true;

            // A buffer for each open connection, 4 KiB of the pool, instead of asking the socket twice.
            sockets.WaitForDataBeforeAllocatingBuffer = false;
        });
}
