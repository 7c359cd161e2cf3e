using System.Collections.Concurrent;
using System.Globalization;

namespace SearchNews.Testing;

/// <summary>
/// Runs the small Java programs of <c>tests/oracle/src</c> against the real Apache Lucene 8, with Java assertions on.
/// </summary>
/// <remarks>
/// The programs are compiled once and kept (see <see cref="OracleClasses"/>). A call costs milliseconds, not the start of a
/// Java machine: up to two are started on first use, serve one call at a time each, and end with this process.
/// Safe to call from several threads.
/// </remarks>
public static class Oracle
{
    /// <summary>Set to 1, a missing Java or Lucene fails tests instead of skipping them.</summary>
    public const string RequireVariable = "SEARCHNEWS_REQUIRE_ORACLE";

    private const int MaxWorkers = 2;
    private const int DefaultIndexSeed = 42;

    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(120);
    private static readonly Lazy<OracleInstallation> Installation = new(OracleInstallation.Find);
    private static readonly Lazy<string> Classes = new(() => OracleClasses.Compile(Installation.Value));
    private static readonly SemaphoreSlim Slots = new(MaxWorkers);
    private static readonly ConcurrentBag<OracleWorker> Idle = [];

    /// <summary>Why the oracle cannot run here; null when it can.</summary>
    public static string? MissingReason => Installation.Value.MissingReason;

    /// <summary>
    /// Skips the running test, with the reason, when there is no Java (11 or later, with javac) or no Lucene 8;
    /// fails it instead when <see cref="RequireVariable"/> is 1. Every other method calls this first, so only a test that
    /// expects an exception from them must do so itself.
    /// </summary>
    public static void SkipUnlessAvailable()
    {
        if (MissingReason is not { } reason)
            return;
        if (Environment.GetEnvironmentVariable(RequireVariable) == "1")
            Assert.Fail($"{RequireVariable} is 1, but {reason}");
        Assert.Skip(reason);
    }

    /// <summary>Runs <c>main</c> of a program with arguments and returns what it wrote to standard output.</summary>
    /// <exception cref="OracleException">The program threw, an assertion inside Lucene failed, or it took over two minutes.</exception>
    public static string Run(string program, params string[] arguments) => RunWithInput(program, input: "", arguments);

    /// <summary>Like <see cref="Run"/>, with text (UTF-8) on the program's standard input.</summary>
    public static string RunWithInput(string program, string input, params string[] arguments) => RunWithInput(program, input, DefaultTimeout, arguments);

    /// <summary>Like <see cref="Run"/>, with text (UTF-8) on the program's standard input and another limit of time.</summary>
    public static string RunWithInput(string program, string input, TimeSpan timeout, params string[] arguments)
    {
        ArgumentException.ThrowIfNullOrEmpty(program);
        SkipUnlessAvailable();
        string classes = Classes.Value;
        Slots.Wait(TestContext.Current.CancellationToken);
        try
        {
            if (!Idle.TryTake(out OracleWorker? worker))
                worker = new OracleWorker(Installation.Value, classes);
            OracleAnswer answer;
            try
            {
                answer = worker.Run(program, arguments, input, timeout);
            }
            catch
            {
                worker.Dispose();
                throw;
            }

            Idle.Add(worker);
            return answer.Succeeded ? answer.Output : throw new OracleException(program, arguments, "failed", answer.Output, answer.Error);
        }
        finally
        {
            Slots.Release();
        }
    }

    /// <summary>Lets Lucene write one of the indexes that <c>WriteIndex.java</c> lists into a folder.</summary>
    public static void WriteIndex(string kind, string folder, int seed = DefaultIndexSeed) =>
        Run("WriteIndex", kind, folder, seed.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// A folder with one of the indexes that <c>WriteIndex.java</c> lists, written once and kept between test runs. Shared by
    /// all tests and processes: copy it before writing or locking anything in it (CheckIndex takes the lock).
    /// </summary>
    public static string SharedIndex(string kind, int seed = DefaultIndexSeed)
    {
        SkipUnlessAvailable();
        string version = Path.GetFileName(Classes.Value);
        return CacheFolder.GetOrCreate(string.Create(CultureInfo.InvariantCulture, $"{version}-{kind}-{seed}"), folder => WriteIndex(kind, folder, seed));
    }

    /// <summary>The logical content of an index as text, as <c>DumpIndex.java</c> describes it; all sections when none is named.</summary>
    public static string DumpIndex(string folder, params string[] sections) => Run("DumpIndex", [folder, .. sections]);

    /// <summary>Runs queries, one JSON object each in the form of <c>RunQueries.java</c> ("settings" lines give no result), in Lucene.</summary>
    public static IReadOnlyList<OracleResult> RunQueries(string folder, params IEnumerable<string> lines) =>
        OracleResult.ParseAll(RunWithInput("RunQueries", string.Join('\n', lines), folder));

    /// <summary>
    /// Opens an index with Lucene's writer, applies changes such as <c>add=ID</c> and <c>delete=FIELD:TERM</c> (see
    /// <c>MergeIndex.java</c>), merges it into one segment and commits.
    /// </summary>
    public static void MergeIndex(string folder, params string[] changes) => Run("MergeIndex", [folder, .. changes]);

    /// <summary>Opens or creates an index with Lucene's writer, does what the lines say (<c>ChangeIndex.java</c> lists what can be said), and commits.</summary>
    public static void ChangeIndex(string folder, IEnumerable<string> lines) => RunWithInput("ChangeIndex", string.Join('\n', lines), folder);

    /// <summary>
    /// Lets Lucene's CheckIndex read the whole index and asserts that it finds no problem. It takes the index's write lock, so
    /// writers must be closed.
    /// </summary>
    /// <param name="folder">Folder of the index.</param>
    /// <param name="slow">Also check all impacts and ranges of terms; wanted in nearly every test.</param>
    public static void CheckIndex(string folder, bool slow = true)
    {
        string report = Run("Check", slow ? [folder, "slow"] : [folder]);
        if (!report.Contains("No problems were detected with this index.", StringComparison.Ordinal))
            Assert.Fail($"CheckIndex found problems in {folder}:\n{report}");
    }
}
