using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Tests.Indexing;

/// <summary>
/// A rebuild in which any call of the disk fails, and all later ones, as when the process is killed there or the disk is full: the old generation is live and whole, or the new
/// one, and the next rebuild works.
/// </summary>
public sealed class RebuildFaultTests : IDisposable
{
    // Every call of the switch, and so many of those before it; in the long tier (SEARCHNEWS_LONG_TESTS=1) all.
    private const int LastCalls = 9;
    private const int EarlierCalls = 4;
    private const int Before = 3;
    private const int After = 5;

    private readonly TempFolder _folder = new();
    private readonly string _source;
    private readonly string _old;

    public RebuildFaultTests()
    {
        _source = _folder.CreateFolder("source");
        _old = _folder.Combine("old");
        WriteArticles(Before);
        Build(new GenerationStore(_old));
        WriteArticles(After);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Build_AnyCallFails_OldOrNewIsLiveAndWhole(bool once)
    {
        FaultInjectingDirectory counting = Faults(0, once);
        Build(Faulty(CopyOld("count"), counting));
        int calls = counting.Calls;
        calls.ShouldBeGreaterThan(50);
        bool all = Environment.GetEnvironmentVariable("SEARCHNEWS_LONG_TESTS") == "1";
        var live = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (int failAt = 1; failAt <= calls; failAt += all || failAt > calls - LastCalls ? 1 : Math.Max(1, Math.Min(calls / EarlierCalls, calls - LastCalls + 1 - failAt)))
        {
            string root = CopyOld($"{failAt}");
            FaultInjectingDirectory faults = Faults(failAt, once);
            bool acknowledged = TryBuild(Faulty(root, faults));
            var store = new GenerationStore(root);
            string when = $"call {failAt} of {calls}, {faults.Failed}, acknowledged {acknowledged}";
            Generation now = store.FindLive().ShouldNotBeNull(when);
            CountArticles(now).ShouldBe(now.Number == 1 ? Before : After, when);
            if (acknowledged) now.Number.ShouldBe(2, when);
            live[now.Name] = live.GetValueOrDefault(now.Name) + 1;
            Build(store);
            CountArticles(store.FindLive()!).ShouldBe(After, when);
            Directory.Delete(root, recursive: true);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{calls} calls, {live.Values.Sum()} failed; live afterwards: {string.Join(", ", live)}");
        live.Keys.ShouldBe(["g000001", "g000002"]);
    }

    private static FaultInjectingDirectory Faults(int failAt, bool once) => new(new MemoryDirectory()) { FailAt = failAt, Once = once };

    private static GenerationStore Faulty(string root, FaultInjectingDirectory faults) => new(root, path => new FaultInjectingDirectory(new FileSystemDirectory(path), faults));

    private static int CountArticles(Generation generation)
    {
        using var directory = new FileSystemDirectory(generation.Path);
        DirectoryReader reader = DirectoryReader.Open(directory);
        IndexVerifier.Verify(reader);
        StoryVerifier.Verify(directory, reader).ShouldNotBeNull();
        return reader.NumDocs;
    }

    private bool TryBuild(GenerationStore store)
    {
        try
        {
            Build(store);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private BuildReport Build(GenerationStore store) => new IndexBuilder(store).Build(_source, cancellationToken: TestContext.Current.CancellationToken);

    private string CopyOld(string name)
    {
        string root = _folder.Combine(name);
        foreach (string file in Directory.GetFiles(_old, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(root, Path.GetRelativePath(_old, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return root;
    }

    private void WriteArticles(int count)
    {
        foreach (int i in Enumerable.Range(0, count)) _folder.WriteFile(Path.Combine("source", $"a{i}.md"), $"---\ntitle: Comet number {i}\n---\n");
    }
}
