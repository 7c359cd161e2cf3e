using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SearchNews.Benchmarks;

/// <summary>
/// One kept-alive connection that sends GET requests and reads whole answers, on the calling thread and with no work beside it: what is measured through it is
/// the server and the way there. Not thread-safe.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private const string Head = " HTTP/1.1\r\nHost: ";
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 30_000 };
    private readonly string _host;
    private byte[] _buffer = new byte[64 * 1024];
    private int _length;

    /// <summary>Connects.</summary>
    public HttpConnection(Uri address)
    {
        _host = address.Authority;
        _socket.Connect(new IPEndPoint(IPAddress.Parse(address.Host), address.Port));
    }

    /// <summary>The body of the last answer.</summary>
    public ReadOnlyMemory<byte> Body { get; private set; }

    public void Dispose() => _socket.Dispose();

    /// <summary>Asks and reads the whole answer.</summary>
    /// <returns>The status.</returns>
    /// <exception cref="IOException">The server closed the connection, or answered what is no HTTP.</exception>
    public int Get(string path, string headers = "") => Send(RequestOf(path, headers));

    /// <summary>The bytes of a request, for <see cref="Send"/>.</summary>
    public byte[] RequestOf(string path, string headers = "") => Encoding.UTF8.GetBytes($"GET {path}{Head}{_host}\r\n{headers}\r\n");

    /// <summary>Sends a request made before and reads the whole answer.</summary>
    /// <returns>The status.</returns>
    /// <exception cref="IOException">The server closed the connection, or answered what is no HTTP.</exception>
    public int Send(ReadOnlySpan<byte> request)
    {
        _socket.Send(request);
        _length = 0;
        int head;
        while ((head = _buffer.AsSpan(0, _length).IndexOf(EndOfHead)) < 0) Receive();
        head += EndOfHead.Length;
        string lines = Encoding.ASCII.GetString(_buffer, 0, head);
        Body = lines.Contains("chunked", StringComparison.OrdinalIgnoreCase) ? ReadChunks(head) : ReadLength(head, LengthOf(lines));
        return int.Parse(lines.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static int LengthOf(string lines)
    {
        const string name = "Content-Length:";
        int at = lines.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return 0;
        return int.Parse(lines.AsSpan(at + name.Length, lines.IndexOf('\r', at) - at - name.Length), System.Globalization.CultureInfo.InvariantCulture);
    }

    private ReadOnlyMemory<byte> ReadLength(int start, int length)
    {
        while (_length < start + length) Receive();
        return _buffer.AsMemory(start, length);
    }

    /// <summary>Joins the chunks where they lie. Source: RFC 9112, 7.1.</summary>
    private ReadOnlyMemory<byte> ReadChunks(int start)
    {
        int at = start;
        int end = start;
        while (true)
        {
            int line;
            while ((line = _buffer.AsSpan(at, _length - at).IndexOf("\r\n"u8)) < 0) Receive();
            if (!Utf8Parser.TryParse(_buffer.AsSpan(at, line), out int size, out _, 'x')) throw new IOException("The answer has a chunk without a size.");
            at += line + 2;
            while (_length < at + size + 2) Receive();
            _buffer.AsSpan(at, size).CopyTo(_buffer.AsSpan(end));
            end += size;
            at += size + 2;
            if (size == 0) return _buffer.AsMemory(start, end - start);
        }
    }

    private void Receive()
    {
        if (_length == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        int read = _socket.Receive(_buffer, _length, _buffer.Length - _length, SocketFlags.None);
        if (read == 0) throw new IOException("The server closed the connection before its answer ended.");
        _length += read;
    }
}
