using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>
/// Runs the program under strace: first to learn which calls one run makes on the files of a folder, then again with one of them failing, or killing the
/// process before it is made. strace counts calls for each thread, so a call is named by its number in its thread; it is injected on those files only.
/// </summary>
internal sealed partial class SystemCallTracer
{
    /// <summary>What writes, makes durable, renames, makes room or deletes.</summary>
    private const string Calls = "write,pwrite64,pwritev,writev,fsync,fdatasync,rename,renameat,renameat2,ftruncate,fallocate,unlink,unlinkat,openat";

    private readonly string[] _program;
    private readonly List<string> _paths = [];

    private SystemCallTracer(string[] program) => _program = program;

    /// <summary>Why it cannot be used here, or null.</summary>
    public static string? MissingReason { get; } = FindMissingReason();

    /// <summary>The calls of a run on files below a folder, each once.</summary>
    public IReadOnlyList<TracedCall> Found { get; private set; } = [];

    /// <summary>Learns the calls of a run, which must succeed.</summary>
    /// <param name="folder">Calls on files below it count.</param>
    /// <param name="log">Where strace may write.</param>
    /// <param name="arguments">What the program is asked.</param>
    public static async Task<SystemCallTracer> LearnAsync(string folder, string log, params string[] arguments)
    {
        var tracer = new SystemCallTracer([.. Cli.CommandLine(arguments)]);
        (await tracer.RunAsync(["-o", log, "-y", "-e", "trace=" + Calls])).ShouldExit(ExitCode.Done);
        tracer.Read(folder, await File.ReadAllLinesAsync(log, TestContext.Current.CancellationToken));
        return tracer;
    }

    /// <summary>Runs it with one call failing or killing.</summary>
    /// <param name="call">Which.</param>
    /// <param name="fault"><c>error=EIO</c>, <c>error=ENOSPC</c> or <c>signal=SIGKILL</c>.</param>
    public Task<CliResult> InjectAsync(TracedCall call, string fault) =>
        RunAsync(["-o", "/dev/null", .. _paths.SelectMany(p => new[] { "-P", p }), "-e", "trace=" + call.Name, "-e", string.Create(CultureInfo.InvariantCulture, $"inject={call.Name}:{fault}:when={call.Number}")]);

    private async Task<CliResult> RunAsync(string[] options)
    {
        using Process process = Cli.StartProgram("strace", ["-f", "-qq", .. options, .. _program]);
        return await Cli.EndAsync(process);
    }

    private void Read(string folder, string[] lines)
    {
        var counts = new Dictionary<(string Thread, string Name), int>();
        var paths = new HashSet<string>(StringComparer.Ordinal);
        var calls = new List<TracedCall>();
        foreach (Match match in lines.Select(l => Line.Match(l)).Where(m => m.Success))
        {
            string[] touched = [.. PathIn.Matches(match.Groups["rest"].Value).Select(m => m.Groups["path"].Value).Where(p => p == folder || p.StartsWith(folder + "/", StringComparison.Ordinal))];
            if (touched.Length == 0) continue;
            paths.UnionWith(touched);
            (string, string Name) key = (match.Groups["thread"].Value, match.Groups["name"].Value);
            counts[key] = counts.GetValueOrDefault(key) + 1;
            var call = new TracedCall(key.Name, counts[key]);

            // Opening matters where it creates; reading what is there has tests of its own.
            if (call.Name == "openat" && !match.Groups["rest"].Value.Contains("O_CREAT", StringComparison.Ordinal)) continue;
            if (!calls.Contains(call)) calls.Add(call);
        }

        _paths.AddRange(paths);
        Found = calls;
    }

    private static string? FindMissingReason()
    {
        if (!OperatingSystem.IsLinux()) return "strace is a tool of Linux.";
        try
        {
            using Process? process = Process.Start(new ProcessStartInfo("strace", ["-qq", "-e", "trace=none", "true"]) { UseShellExecute = false, RedirectStandardError = true });
            process!.WaitForExit();
            return process.ExitCode == 0 ? null : "strace may not trace here.";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "strace is not installed.";
        }
    }

    [GeneratedRegex(@"^(?<thread>\d+)\s+(?<name>\w+)\((?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Line { get; }

    /// <summary>A path in quotes, or that of an open file in angle brackets.</summary>
    [GeneratedRegex("""["<](?<path>/[^">]*)[">]""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PathIn { get; }
}
