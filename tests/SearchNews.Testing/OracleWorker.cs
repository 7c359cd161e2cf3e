using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;

namespace SearchNews.Testing;

/// <summary>
/// A Java machine that runs oracle programs one after the other (see <c>Worker.java</c>). It ends when its standard input
/// does, so none outlives this process.
/// </summary>
/// <remarks>
/// Call: i32 number of strings, then each as i32 length and UTF-8: the program's class, its input, its arguments.
/// Answer: i32 0 when main returned or 1 when it threw, then standard output and standard error, each as i32 length and bytes.
/// All i32 are big-endian. One thread at a time.
/// </remarks>
internal sealed class OracleWorker : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _crash = new();

    public OracleWorker(OracleInstallation installation, string classes)
    {
        string classPath = string.Join(Path.PathSeparator, installation.Jars.Append(classes));

        // Short runs on few cores: the first compiler tier and the plain collector are the quickest.
        ProcessStartInfo start = new(installation.Java, ["-ea", "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-Duser.language=en", "-Duser.timezone=UTC", "-cp", classPath, "Worker"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{installation.Java} could not be started.");
        _process.ErrorDataReceived += (_, line) => KeepError(line.Data);
        _process.BeginErrorReadLine();
    }

    /// <exception cref="OracleException">The machine died or took too long. The worker must be disposed.</exception>
    public OracleAnswer Run(string program, string[] arguments, string input, TimeSpan timeout)
    {
        var clock = Stopwatch.StartNew();
        using Timer watch = new(_ => Kill(), state: null, timeout, Timeout.InfiniteTimeSpan);
        try
        {
            Send([program, input, .. arguments]);
            OracleAnswer answer = Receive();

            // The watch needs a thread of the pool, all of which may be busy.
            return clock.Elapsed < timeout ? answer : throw new IOException("The answer came too late.");
        }
        catch (IOException e)
        {
            string what = clock.Elapsed >= timeout ? $"did not end in {timeout.TotalSeconds} s" : "took its Java machine down";
            throw new OracleException(program, arguments, what, output: "", Crash(), e);
        }
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private void Send(string[] strings)
    {
        using MemoryStream call = new();
        WriteInt32(call, strings.Length);
        foreach (string s in strings)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(s);
            WriteInt32(call, bytes.Length);
            call.Write(bytes);
        }

        Stream to = _process.StandardInput.BaseStream;
        to.Write(call.GetBuffer(), 0, (int)call.Length);
        to.Flush();
    }

    private OracleAnswer Receive()
    {
        Stream from = _process.StandardOutput.BaseStream;
        return new OracleAnswer(ReadInt32(from) == 0, ReadString(from), ReadString(from));
    }

    private static void WriteInt32(Stream to, int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        to.Write(bytes);
    }

    private static int ReadInt32(Stream from)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        from.ReadExactly(bytes);
        return BinaryPrimitives.ReadInt32BigEndian(bytes);
    }

    private static string ReadString(Stream from)
    {
        byte[] bytes = new byte[ReadInt32(from)];
        from.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }

    private void KeepError(string? line)
    {
        lock (_crash)
            _crash.AppendLine(line);
    }

    private string Crash()
    {
        lock (_crash)
            return _crash.ToString();
    }

    private void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
