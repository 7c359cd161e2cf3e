using System.Collections.Concurrent;
using System.Text;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Tests.Indexing;

public sealed class IndexBuilderTests : IDisposable
{
    private const string Marker = "XSECRETMARKERX";

    private readonly TempFolder _folder = new();
    private readonly GenerationStore _store;
    private readonly string _source;

    public IndexBuilderTests()
    {
        _source = _folder.CreateFolder("source");
        _store = new GenerationStore(_folder.Combine("index"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Build_Twice_SwitchesAndPrunes()
    {
        Write(0, 3);
        Build().ShouldSatisfyAllConditions(r => r.Generation.ShouldBe("g000001"), r => r.Indexed.ShouldBe(3), r => r.Pruned.ShouldBeEmpty());
        Build();
        BuildReport third = Build();
        third.Pruned.ShouldBe(["g000001"]);
        third.Bytes.ShouldBeGreaterThan(0);
        _store.FindLive()!.Name.ShouldBe("g000003");
        _store.List().Select(g => g.Name).ShouldBe(["g000002", "g000003"]);
    }

    [Fact]
    public void Build_BrokenAndRemovedArticles_AreNamedAndCounted()
    {
        Write(0, 5);
        File.WriteAllText(Path.Combine(_source, "broken.md"), "---\ntitle: \"never closed\n");
        File.WriteAllText(Path.Combine(_source, "gone.md"), "---\ntitle: Gone\nremoved: true\n---\n");
        BuildReport report = Build();
        (report.Indexed, report.Removed).ShouldBe((5, 1));
        report.Skipped.ShouldHaveSingleItem().ShouldStartWith("broken.md:1:1: the front matter that opens here is never closed");
        Snapshot().FindDocument("gone").ShouldBe(-1);
    }

    [Fact]
    public void Build_Secured_StandsNowhereInTheIndex()
    {
        File.WriteAllText(Path.Combine(_source, "a.md"), $"---\ntitle: Comet\nexcerpt: Island\nsecured: \"{Marker}\"\n---\n\nBody.\n");
        File.WriteAllText(Path.Combine(_source, "b.md"), $"---\ntitle: Other\nsecured:\n  key: {Marker}\n---\n");
        BuildReport report = Build();
        string.Concat(report.Skipped.Concat(report.Warnings)).ShouldNotContain(Marker);
        foreach (string file in Directory.EnumerateFiles(_store.Root, "*", SearchOption.AllDirectories))
        {
            string bytes = Encoding.Latin1.GetString(File.ReadAllBytes(file));
            bytes.Contains(Marker, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(file);
        }

        // The stored form is compressed, so it is looked at unpacked too.
        ArticleSnapshot snapshot = Snapshot();
        for (int doc = 0; doc < snapshot.Reader.MaxDoc; doc++)
            Encoding.UTF8.GetString(ArticleRecordJson.Serialize(snapshot.ReadRecord(doc))).ShouldNotContain(Marker, Case.Insensitive);
    }

    [Theory]
    [InlineData(17, true)]
    [InlineData(18, false)]
    [InlineData(19, false)]
    public void Build_FewerThanNineTenths_IsRefused(int remaining, bool refused)
    {
        Write(0, 20);
        Build();
        foreach (int i in Enumerable.Range(remaining, 20 - remaining)) File.Delete(PathOf(i));
        if (refused)
        {
            Should.Throw<BuildRefusedException>(() => Build()).Message.ShouldContain("--allow-shrink");
            _store.List().Select(g => g.Name).ShouldBe(["g000001"]);
            Snapshot().Reader.NumDocs.ShouldBe(20);
            Build(new BuildOptions { AllowShrink = true });
        }
        else
        {
            Build();
        }

        Snapshot().Reader.NumDocs.ShouldBe(remaining);
    }

    [Theory]
    [InlineData(20, 40, false)]
    [InlineData(21, 40, true)]
    [InlineData(21, 399, false)]
    [InlineData(21, 398, true)]
    public void Build_ManySkipped_IsRefused(int broken, int sound, bool refused)
    {
        Write(0, 1);
        Build();
        Write(1, sound - 1);
        foreach (int i in Enumerable.Range(0, broken)) File.WriteAllText(Path.Combine(_source, $"x{i}.md"), "no front matter");
        if (!refused)
        {
            Build().Skipped.Count.ShouldBe(broken);
            return;
        }

        Should.Throw<BuildRefusedException>(() => Build()).Message.ShouldContain("--allow-skips");
        _store.FindLive()!.Name.ShouldBe("g000001");
        _store.List().Count.ShouldBe(1);
        Build(new BuildOptions { AllowSkips = true }).Indexed.ShouldBe(sound);
    }

    [Theory]
    [InlineData(BuildStage.Scanning)]
    [InlineData(BuildStage.Indexing)]
    [InlineData(BuildStage.Committing)]
    public void Build_Cancelled_LeavesTheLiveOne(BuildStage stage)
    {
        Write(0, 30);
        Build();
        using var cancel = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() => new IndexBuilder(_store).Build(_source, p => CancelAt(p, stage, cancel), cancel.Token));
        _store.List().Select(g => g.Name).ShouldBe(["g000001"]);
        Build().Generation.ShouldBe("g000002");
    }

    [Fact]
    public void Build_SeveralSegments_ReadsEachIntoMemoryOnce()
    {
        Write(0, 200);
        var opened = new ConcurrentBag<string>();
        var store = new GenerationStore(_store.Root, path => new NotingDirectory(new FileSystemDirectory(path), opened));

        new IndexBuilder(store, new BuildOptions { RamBufferBytes = 64 << 10 }).Build(_source, cancellationToken: TestContext.Current.CancellationToken);

        // The segments that were merged, and the merged one when it is verified: stories take theirs from the first, and no reader is left that would need the other.
        string[] postings = [.. opened.Where(name => name.EndsWith(".doc", StringComparison.Ordinal))];
        postings.Length.ShouldBeGreaterThan(2);
        postings.ShouldBeUnique();
    }

    [Fact]
    public void Build_LockedFolder_SaysByWhom()
    {
        Write(0, 1);
        using (WriterLock.Obtain(_store.Root, "a test"))
            Should.Throw<IndexLockedException>(() => Build()).Message.ShouldContain("a test");
        Build();
    }

    [Fact]
    public void Build_AfterAKilledOne_RemovesItsRemains()
    {
        Write(0, 2);
        Build();
        File.WriteAllText(Path.Combine(_store.CreateNext().Path, "_0.cfs"), "half");
        Build().Generation.ShouldBe("g000002");
        _store.List().Select(g => g.Name).ShouldBe(["g000001", "g000002"]);
    }

    [Fact]
    public void Build_DamagedCurrent_DeletesNothingBeforeTheNewOneIsLive()
    {
        Write(0, 2);
        Build();
        File.WriteAllText(Path.Combine(_store.Root, "CURRENT"), "g000001 00000000\n");
        using var cancel = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() => new IndexBuilder(_store).Build(_source, p => CancelAt(p, BuildStage.Committing, cancel), cancel.Token));
        _store.List().Select(g => g.Name).ShouldBe(["g000001"]);
        Build().Generation.ShouldBe("g000002");
        _store.FindLive()!.Name.ShouldBe("g000002");
    }

    [Fact]
    public async Task Build_EmptyFolder_IsAnEmptyIndex()
    {
        Build().Indexed.ShouldBe(0);
        ArticleSnapshot snapshot = Snapshot();
        (snapshot.Reader.NumDocs, snapshot.NewestArticle, snapshot.DocCount).ShouldBe((0, null, 0));
        var backend = new EmbeddedBackend(_store);
        Search.Responses.SearchResponse response = await backend.SearchAsync(new Search.Requests.SearchRequest { Query = "comet" }, TestContext.Current.CancellationToken);
        response.Total.Articles.ShouldBe(0);
    }

    [Fact]
    public void Build_MissingSource_MakesNothing()
    {
        Should.Throw<DirectoryNotFoundException>(() => new IndexBuilder(_store).Build(_folder.Combine("none")));
        _store.List().ShouldBeEmpty();
    }

    [Fact]
    public void Build_ChangesWhileItRuns_AreInTheNewGeneration()
    {
        Write(0, 30);
        Build();
        int stages = 0;
        BuildReport report = new IndexBuilder(_store).Build(
            _source,
            p =>
            {
                if (p.Stage != BuildStage.Verifying) return;
                stages++;
                Write(100, 1);
                File.Delete(PathOf(3));
                File.WriteAllText(PathOf(4), "---\ntitle: Orchid\n---\n");
                File.WriteAllText(PathOf(5), "broken");
                File.WriteAllText(PathOf(6), "---\ntitle: Gone\nremoved: true\n---\n");
            },
            TestContext.Current.CancellationToken);
        stages.ShouldBe(1);
        (report.Indexed, report.Removed, report.Skipped.Count).ShouldBe((28, 1, 1));
        ArticleSnapshot snapshot = Snapshot();
        snapshot.Reader.NumDocs.ShouldBe(28);
        snapshot.FindDocument("a003").ShouldBe(-1);
        snapshot.ReadRecord(snapshot.FindDocument("a004")).Title.ShouldBe("Orchid");
        snapshot.FindDocument("a100").ShouldBeGreaterThanOrEqualTo(0);
    }

    [Fact]
    public void Build_FolderEmptiedWhileItRuns_IsRefused()
    {
        Write(0, 30);
        Build();
        Should.Throw<BuildRefusedException>(() => new IndexBuilder(_store).Build(
            _source,
            p =>
            {
                if (p.Stage != BuildStage.Verifying) return;
                foreach (string file in Directory.EnumerateFiles(_source)) File.Delete(file);
            },
            TestContext.Current.CancellationToken));
        _store.List().Select(g => g.Name).ShouldBe(["g000001"]);
        Snapshot().Reader.NumDocs.ShouldBe(30);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void Build_DiskTooFull_IsRefusedWithFigures(long spare, bool refused)
    {
        Write(0, 30);
        Build();
        long needed = SpaceEstimate.Of(_store.FindLive(), 30, Directory.EnumerateFiles(_source).Sum(f => new FileInfo(f).Length));
        var builder = new IndexBuilder(_store) { FreeSpace = _ => needed + spare };
        if (refused)
        {
            NotEnoughSpaceException e = Should.Throw<NotEnoughSpaceException>(() => builder.Build(_source, cancellationToken: TestContext.Current.CancellationToken));
            (e.Needed, e.Free).ShouldBe((needed, needed + spare));
            e.Message.ShouldContain("MB are free");
            _store.List().Count.ShouldBe(1);
        }
        else
        {
            builder.Build(_source, cancellationToken: TestContext.Current.CancellationToken).Indexed.ShouldBe(30);
        }
    }

    [Theory]
    [InlineData(0, 0, 1 << 20)]
    [InlineData(10, 1_000, (1 << 20) + 2_000)]
    [InlineData(10, 1_000_000, (1 << 20) + (2 * 10 * 1536))]
    public void Estimate_NoIndexYet_IsByTheArticles(int files, long bytes, long needed) => SpaceEstimate.Of(null, files, bytes).ShouldBe(needed);

    [Fact]
    public void FreeAt_AFolder_IsWhatTheSystemSays() => SpaceEstimate.FreeAt(_folder.Path).ShouldBeInRange(1, long.MaxValue - 1);

    private static void CancelAt(BuildProgress progress, BuildStage stage, CancellationTokenSource cancel)
    {
        if (progress.Stage == stage) cancel.Cancel();
    }

    private BuildReport Build(BuildOptions? options = null) => new IndexBuilder(_store, options).Build(_source, cancellationToken: TestContext.Current.CancellationToken);

    private ArticleSnapshot Snapshot() => ArticleSnapshot.Open(_store.FindLive()!);

    private string PathOf(int number) => Path.Combine(_source, $"a{number:D3}.md");

    private void Write(int from, int count)
    {
        foreach (int i in Enumerable.Range(from, count)) File.WriteAllText(PathOf(i), $"---\ntitle: Comet number {i}\n---\n");
    }

    /// <summary>Notes the files that are opened.</summary>
    private sealed class NotingDirectory(IndexDirectory inner, ConcurrentBag<string> opened) : FilterDirectory(inner)
    {
        public override IndexInput OpenInput(string name)
        {
            opened.Add(name);
            return base.OpenInput(name);
        }
    }
}
