using System.Diagnostics;
using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;
using SearchNews.Search.Maintenance;

namespace SearchNews.Search.Tests.Maintenance;

public sealed class FolderWatcherTests : IAsyncLifetime, IWatchLog
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly WatchOptions Quick = new()
    {
        Quiet = TimeSpan.FromMilliseconds(20),
        LongestWait = TimeSpan.FromMilliseconds(100),
        FallbackInterval = TimeSpan.FromMilliseconds(50),
        Interval = TimeSpan.FromMinutes(10),
    };

    private readonly TempFolder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _log = [];
    private readonly GenerationStore _store;
    private readonly EmbeddedBackend _backend;
    private readonly IndexMaintainer _maintainer;
    private readonly string _source;
    private Task _watching = Task.CompletedTask;

    public FolderWatcherTests()
    {
        _source = _folder.CreateFolder("source");
        _store = new GenerationStore(_folder.Combine("index"));
        for (int i = 0; i < 30; i++) Write($"a{i:D2}", $"Comet number {i}");
        new IndexBuilder(_store).Build(_source);
        _backend = new EmbeddedBackend(_store);
        _maintainer = IndexMaintainer.Open(_store, null, _backend.Refresh, "a test");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        _maintainer.Dispose();
        _stop.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Watch_FilesComeChangeAndGo_AreFollowed()
    {
        Write("early", "Written before watching began");
        Start(Quick);
        await UntilAsync(async () => await HasAsync("early"));
        Write("sub/folder/new", "Zeppelin");
        await UntilAsync(async () => await HasAsync("sub/folder/new"));
        Write("sub/folder/new2", "In a folder that is watched by now");
        await UntilAsync(async () => await HasAsync("sub/folder/new2"));
        Write("a03", "Orchid");
        await UntilAsync(async () => (await _backend.FindArticleAsync("a03", Cancellation))!.Title == "Orchid");
        File.Delete(PathOf("a04"));
        await UntilAsync(async () => !await HasAsync("a04"));
        Directory.Move(Path.Combine(_source, "sub"), Path.Combine(_source, "moved"));
        await UntilAsync(async () => await HasAsync("moved/folder/new") && !await HasAsync("sub/folder/new"));
        _maintainer.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task Watch_HalfWrittenFile_KeepsTheArticleUntilItIsWhole()
    {
        Start(Quick with { Patience = TimeSpan.FromMinutes(10) });
        await UntilAsync(() => Task.FromResult(_backend.NewestArticle is null));
        await File.WriteAllTextAsync(PathOf("a05"), "---\ntitle: Half writ", Cancellation);
        Write("marker", "Comes after");
        await UntilAsync(async () => await HasAsync("marker"));
        (await _backend.FindArticleAsync("a05", Cancellation))!.Title.ShouldBe("Comet number 5");
        await File.AppendAllTextAsync(PathOf("a05"), "ten\n---\n", Cancellation);
        await UntilAsync(async () => (await _backend.FindArticleAsync("a05", Cancellation))!.Title == "Half written");
    }

    [Fact]
    public async Task Watch_FileStaysBroken_DropsItsArticleAndNamesIt()
    {
        Start(Quick with { Patience = TimeSpan.FromMilliseconds(500) });
        await File.WriteAllTextAsync(PathOf("a06"), "never any front matter", Cancellation);
        await UntilAsync(async () => !await HasAsync("a06"));
        Log().ShouldContain(line => line.Contains("a06.md:1:1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Watch_FolderVanishesAndComesBack_SaysSoAndLosesNothing()
    {
        Start(Quick);
        await UntilAsync(() => Task.FromResult(_maintainer.Problem is null));
        Directory.Move(_source, _source + "-away");
        await UntilAsync(() => Task.FromResult(_maintainer.Problem is { } p && p.Contains("source folder is not there", StringComparison.Ordinal)));
        _maintainer.Problem!.ShouldNotContain(_folder.Path);
        (await HasAsync("a01")).ShouldBeTrue();
        Directory.Move(_source + "-away", _source);
        await UntilAsync(() => Task.FromResult(_maintainer.Problem is null));
        Log().ShouldContain("recovered");
        Write("back", "Zeppelin");
        await UntilAsync(async () => await HasAsync("back"));
    }

    [Fact]
    public async Task Watch_FolderEmptied_IsRefusedAndSaid()
    {
        Start(Quick);
        string away = _folder.CreateFolder("away");
        foreach (string file in Directory.EnumerateFiles(_source)) File.Move(file, Path.Combine(away, Path.GetFileName(file)));
        await UntilAsync(() => Task.FromResult(_maintainer.Problem is { } p && p.Contains("--allow-shrink", StringComparison.Ordinal)));
        (await HasAsync("a29")).ShouldBeTrue("some may have gone, as a few may at a time, but never the rest");
    }

    [Fact]
    public async Task Watch_FewOfFew_MayGo()
    {
        Start(Quick);
        for (int i = 0; i < 8; i++) File.Delete(PathOf($"a{i:D2}"));
        await UntilAsync(async () => !await HasAsync("a07"));
        _maintainer.Problem.ShouldBeNull();
    }

    [Fact]
    public async Task Watch_WithoutEvents_ScanningFindsTheChange()
    {
        // A source that is not there when watching begins has no events; the fall-back interval finds it when it comes.
        Directory.Move(_source, _source + "-away");
        Start(Quick);
        await UntilAsync(() => Task.FromResult(_maintainer.Problem is not null));
        File.WriteAllText(Path.Combine(_source + "-away", "new.md"), "---\ntitle: Zeppelin\n---\n");
        Directory.Move(_source + "-away", _source);
        await UntilAsync(async () => await HasAsync("new"));
    }

    [Fact]
    public async Task Watch_Interval_LooksWithoutAnyEvent()
    {
        Start(Quick with { Interval = TimeSpan.FromMilliseconds(100) });
        await UntilAsync(() => Task.FromResult(_maintainer.Problem is null));
        _maintainer.ReportProblem("left over");
        await UntilAsync(() => Task.FromResult(_maintainer.Problem is null));
    }

    void IWatchLog.Updated(UpdateReport report) => Add($"updated {report.Indexed} {report.Deleted} {string.Join(';', report.Skipped)}");

    void IWatchLog.Failed(string problem, Exception cause) => Add($"failed {problem}");

    void IWatchLog.Recovered() => Add("recovered");

    void IWatchLog.Blinded(Exception cause) => Add($"blinded {cause.GetType().Name}");

    private void Add(string line)
    {
        lock (_log) _log.Add(line);
    }

    private string[] Log()
    {
        lock (_log) return [.. _log];
    }

    private void Start(WatchOptions options) => _watching = Task.Run(async () =>
    {
        using var watcher = new FolderWatcher(_maintainer, options, this);
        await watcher.RunAsync(_stop.Token);
    });

    private string PathOf(string id) => Path.Combine(_source, id + ".md");

    private void Write(string id, string title)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(id))!);
        File.WriteAllText(PathOf(id), $"---\ntitle: {title}\n---\n");
    }

    private async Task<bool> HasAsync(string id) => await _backend.FindArticleAsync(id, Cancellation) is not null;

    private async Task UntilAsync(Func<Task<bool>> condition)
    {
        long started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Patience, $"problem: {_maintainer.Problem}; log: {string.Join(" | ", Log())}");
            await Task.Delay(10, Cancellation);
        }
    }
}
