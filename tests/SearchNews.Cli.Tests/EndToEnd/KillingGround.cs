using System.Diagnostics;

namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>An index of versioned articles whose writers are killed, and the checks that follow: what a user would find, without repairing anything by hand.</summary>
internal sealed class KillingGround : IDisposable
{
    /// <summary>The exit code of a process that was killed.</summary>
    public const int Killed = 137;

    private static readonly Dictionary<string, string> Nothing = [];

    private readonly TempFolder _folder = new();
    private readonly int _articles;
    private int _version;

    private KillingGround(int articles)
    {
        _articles = articles;
        Articles = new VersionedArticles(_folder.Combine("articles"));
    }

    /// <summary>The source folder.</summary>
    public VersionedArticles Articles { get; }

    /// <summary>The index folder.</summary>
    public string Index => _folder.Combine("index");

    /// <summary>What was promised.</summary>
    public Ledger Ledger { get; } = new();

    /// <summary>What decides moments and articles.</summary>
    public Random Random { get; } = Seeds.Random();

    /// <summary>Operations that were in the index although their process was killed before it could say so.</summary>
    public int DoneUnsaid { get; private set; }

    /// <summary>Writes the articles and builds their index.</summary>
    public static async Task<KillingGround> CreateAsync(int articles)
    {
        var ground = new KillingGround(articles);
        foreach (int number in Enumerable.Range(0, articles)) ground.Articles.Write(VersionedArticles.IdOf(number), 0);
        (await Cli.RunAsync("index", "rebuild", ground.Articles.Folder, "--index", ground.Index)).ShouldExit(ExitCode.Done);
        ground.Ledger.Settle(ground.Articles.ReadFolder());
        return ground;
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The next version number.</summary>
    public int NextVersion() => Interlocked.Increment(ref _version);

    /// <summary>Gives some articles a new version in the folder, as one operation of the ledger.</summary>
    public string[] ChangeSome(int count)
    {
        int version = NextVersion();
        string[] ids = [.. Enumerable.Range(0, count).Select(_ => VersionedArticles.IdOf(Random.Next(_articles))).Distinct(StringComparer.Ordinal)];
        foreach (string id in ids) Articles.Write(id, version);
        Ledger.Begin(version, ids);
        return ids;
    }

    /// <summary>Starts the program on this index.</summary>
    public Process Start(params string[] arguments) => Cli.Start(Nothing, [.. arguments, "--index", Index]);

    /// <summary>Starts the program and kills it at a moment, unless it ends before; true when it was killed.</summary>
    public async Task<bool> KillAsync(TimeSpan moment, params string[] arguments)
    {
        using Process process = Start(arguments);
        if (!process.WaitForExit(moment)) process.Kill();
        CliResult result = await Cli.EndAsync(process);
        if (result.Code == Killed) return true;
        result.ShouldExit(ExitCode.Done);
        return false;
    }

    /// <summary>
    /// Fails unless acknowledged changes are there, the rest is wholly there or wholly not, search works, every byte is sound, and an update, which any next
    /// run would make, brings index and folder together.
    /// </summary>
    public async Task CheckAsync(string when)
    {
        (await Cli.RunAsync("index", "verify", "--index", Index)).Code.ShouldBe(ExitCode.Done, when);
        Dictionary<string, int> found = await VersionedArticles.ReadIndexAsync(Index);
        bool wasUnderWay = Ledger.IsUnderWay;
        Ledger.Check(found, when);
        CliResult update = (await Cli.RunAsync("index", "update", Articles.Folder, "--json", "--index", Index)).ShouldExit(ExitCode.Done);
        if (wasUnderWay && update.Json.GetProperty("indexed").GetInt32() == 0) DoneUnsaid++;
        Dictionary<string, int> now = await VersionedArticles.ReadIndexAsync(Index);
        now.ShouldBe(Articles.ReadFolder(), ignoreOrder: true, when);
        (await Cli.RunAsync("index", "verify", "--index", Index)).Code.ShouldBe(ExitCode.Done, when);
        Ledger.Settle(now);
    }

    /// <summary>Keeps the index folder as it is and the ledger with it, to come back to.</summary>
    public Copy Save() => new(this);

    /// <summary>The index folder as it was.</summary>
    internal sealed class Copy : IDisposable
    {
        private readonly KillingGround _ground;
        private readonly TempFolder _folder = new();
        private readonly Action _restoreLedger;

        public Copy(KillingGround ground)
        {
            _ground = ground;
            _restoreLedger = ground.Ledger.Save();
            CopyFolder(ground.Index, Path);
        }

        /// <summary>Where it is kept.</summary>
        public string Path => _folder.Combine("index");

        public void Restore()
        {
            Directory.Delete(_ground.Index, recursive: true);
            CopyFolder(Path, _ground.Index);
            _restoreLedger();
        }

        public void Dispose() => _folder.Dispose();

        private static void CopyFolder(string from, string to)
        {
            Directory.CreateDirectory(to);
            foreach (string folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories)) Directory.CreateDirectory(folder.Replace(from, to, StringComparison.Ordinal));
            foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories)) File.Copy(file, file.Replace(from, to, StringComparison.Ordinal));
        }
    }
}
