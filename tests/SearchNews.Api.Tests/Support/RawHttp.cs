using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace SearchNews.Api.Tests;

/// <summary>Sends bytes that no well-behaved client would.</summary>
internal static class RawHttp
{
    /// <summary>Sends one GET on a connection of its own and reads until the server closes.</summary>
    public static Task<(int Status, string Text)> GetAsync(Uri address, string target, params string[] headers)
    {
        string lines = string.Concat(headers.Select(h => h + "\r\n"));
        return SendAsync(address, $"GET {target} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n{lines}\r\n");
    }

    /// <summary>Sends text as it is, one byte for each character, and reads until the server closes.</summary>
    public static async Task<(int Status, string Text)> SendAsync(Uri address, string request)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, cancellationToken);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), cancellationToken);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        string text = await reader.ReadToEndAsync(cancellationToken);
        string[] status = text.Split(' ', 3);
        return (status.Length < 2 ? 0 : int.Parse(status[1], CultureInfo.InvariantCulture), text);
    }
}
