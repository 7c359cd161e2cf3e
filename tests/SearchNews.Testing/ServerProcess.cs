using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SearchNews.Testing;

/// <summary><c>searchnews serve</c> as a process of its own, on a port the system chose. Disposing kills it.</summary>
public sealed partial class ServerProcess : IDisposable
{
    // Of a machine that runs all tests at once, and a server that has an index to build first.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private ServerProcess(Process process, Uri address)
    {
        Process = process;
        Address = address;
    }

    /// <summary>The process.</summary>
    public Process Process { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it and waits until it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended before; the message has its error stream.</exception>
    public static async Task<ServerProcess> StartAsync(string index, IReadOnlyDictionary<string, string>? environment = null, params IEnumerable<string> arguments)
    {
        Process process = SearchNewsProgram.Start(environment ?? new Dictionary<string, string>(StringComparer.Ordinal), ["serve", "--urls", "http://127.0.0.1:0", "--index", index, .. arguments]);
        try
        {
            return new ServerProcess(process, await ListenedAsync(process));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Process.Kill();
        Process.WaitForExit();
        Process.Dispose();
    }

    private static async Task<Uri> ListenedAsync(Process process)
    {
        _ = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var lines = new List<string>();
        while (await process.StandardError.ReadLineAsync(patience.Token) is { } line)
        {
            lines.Add(line);
            if (Announced.Match(line) is not { Success: true } match) continue;
            _ = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            return new Uri(match.Groups["url"].Value);
        }

        throw new InvalidOperationException("The server ended:\n" + string.Join('\n', lines));
    }

    [GeneratedRegex(@"listens on (?<url>http://127\.0\.0\.1:\d+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Announced { get; }
}
