using SearchNews.Articles;
using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Tests.Embedded;

public sealed class SnapshotManagerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly GenerationStore _store;

    public SnapshotManagerTests() => _store = new GenerationStore(_folder.Path);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Backend_WithoutIndex_IsUnavailable()
    {
        var backend = new EmbeddedBackend(_store);
        (await backend.GetReadyAsync(Cancellation)).Status.ShouldBe(ReadyResponse.Unavailable);
        (await Should.ThrowAsync<BackendUnavailableException>(async () => await backend.SearchAsync(new SearchRequest(), Cancellation))).Message.ShouldContain("index rebuild");
    }

    [Fact]
    public async Task Refresh_NewGeneration_IsTakenUp()
    {
        var backend = new EmbeddedBackend(_store);
        TestIndex.Add(_store, Marked(1));
        backend.Refresh();
        (await backend.GetReadyAsync(Cancellation)).ShouldBe(new ReadyResponse(ReadyResponse.Ready, null));
        TestIndex.Add(_store, Marked(2));
        (await backend.SearchAsync(new SearchRequest { Query = "second" }, Cancellation)).Total.Articles.ShouldBe(0);
        backend.Refresh();
        SearchResponse response = await backend.SearchAsync(new SearchRequest { Query = "gen2" }, Cancellation);
        (response.Total.Articles, response.Meta.Generation).ShouldBe((3, "g000002"));
    }

    [Fact]
    public void Refresh_NewGeneration_IsMadeReadyBeforeItIsTaken()
    {
        var seen = new List<(string Prepared, string? Current)>();
        SnapshotManager? manager = null;
        manager = new SnapshotManager(_store, prepare: snapshot => seen.Add((snapshot.Generation.Name, manager!.HasSnapshot ? manager.Current.Generation.Name : null)));
        TestIndex.Add(_store, Marked(1));
        manager.Refresh();
        manager.Refresh();
        TestIndex.Add(_store, Marked(2));
        manager.Refresh();

        seen.ShouldBe([("g000001", null), ("g000002", "g000001")]);
        manager.Current.Generation.Name.ShouldBe("g000002");
    }

    [Fact]
    public async Task Refresh_AfterPreparing_SuggestsWhatIsNew()
    {
        TestIndex.Add(_store, Marked(1));
        var backend = new EmbeddedBackend(_store);
        backend.PrepareSuggestions();
        TestIndex.Add(_store, Marked(2));
        backend.Refresh();

        (await backend.SuggestAsync(new SuggestRequest("gen"), Cancellation)).Suggestions.Where(s => s.Kind == SuggestionKind.Term).Select(s => s.Text).ShouldBe(["gen2"]);
    }

    [Fact]
    public async Task Refresh_DamagedNewGeneration_KeepsTheOldOneAndSaysDegraded()
    {
        TestIndex.Add(_store, Marked(1));
        var backend = new EmbeddedBackend(_store);
        string file = Damage(TestIndex.Add(_store, Marked(2)));
        backend.Refresh();
        ReadyResponse ready = await backend.GetReadyAsync(Cancellation);
        ready.Status.ShouldBe(ReadyResponse.Degraded);
        ready.Reason!.ShouldContain(file);
        ready.Reason!.ShouldNotContain(_folder.Path);
        (await backend.SearchAsync(new SearchRequest { Query = "gen1" }, Cancellation)).Total.Articles.ShouldBe(3);
        TestIndex.Add(_store, Marked(3));
        backend.Refresh();
        (await backend.GetReadyAsync(Cancellation)).Status.ShouldBe(ReadyResponse.Ready);
    }

    [Fact]
    public async Task Open_DamagedLiveGeneration_ServesTheOneBefore()
    {
        TestIndex.Add(_store, Marked(1));
        string file = Damage(TestIndex.Add(_store, Marked(2)));
        var backend = new EmbeddedBackend(_store);
        ReadyResponse ready = await backend.GetReadyAsync(Cancellation);
        (ready.Status, ready.Reason!.Contains(file, StringComparison.Ordinal)).ShouldBe((ReadyResponse.Degraded, true));
        (await backend.SearchAsync(new SearchRequest { Query = "gen1" }, Cancellation)).Meta.Generation.ShouldBe("g000001");
    }

    [Fact]
    public async Task Open_DamagedCurrent_ServesTheNewestThatOpens()
    {
        TestIndex.Add(_store, Marked(1));
        TestIndex.Add(_store, Marked(2));
        await File.WriteAllTextAsync(_folder.Combine("CURRENT"), "g000002 00000000\n", Cancellation);
        var backend = new EmbeddedBackend(_store);
        (await backend.GetReadyAsync(Cancellation)).Status.ShouldBe(ReadyResponse.Degraded);
        (await backend.SearchAsync(new SearchRequest { Query = "gen2" }, Cancellation)).Total.Articles.ShouldBe(3);
    }

    [Fact]
    public async Task Open_OnlyGenerationDamaged_IsUnavailableAndNamesTheFile()
    {
        string file = Damage(TestIndex.Add(_store, Marked(1)));
        var backend = new EmbeddedBackend(_store);
        (await backend.GetReadyAsync(Cancellation)).Status.ShouldBe(ReadyResponse.Unavailable);
        Should.Throw<BackendUnavailableException>(() => backend.NewestArticle).Message.ShouldContain(file);
    }

    [Fact]
    public async Task Open_OtherSchema_IsRefused()
    {
        TestIndex.Add(_store, Marked(1), schema: ArticleSchema.Version + 1);
        ReadyResponse ready = await new EmbeddedBackend(_store).GetReadyAsync(Cancellation);
        (ready.Status, ready.Reason!.Contains($"schema version {ArticleSchema.Version + 1}", StringComparison.Ordinal)).ShouldBe((ReadyResponse.Unavailable, true));
    }

    [Fact]
    public async Task Refresh_NewCommit_IsTakenUpAndSharesWhatIsTheSame()
    {
        Generation live = TestIndex.Add(_store, [.. SomeArticles.Many(Seeds.Random(), 300)]);
        var manager = new SnapshotManager(_store);
        manager.Refresh();
        ArticleSnapshot before = manager.Current;
        Write(live, w => w.UpdateDocument(new Term(ArticleFields.Id, "a0007"), Map(SomeArticles.Titled("a0007", "Zeppelin") with { Quality = 77 })));
        manager.Refresh();
        ArticleSnapshot after = manager.Current;
        after.Reader.NumDocs.ShouldBe(300);
        after.Columns[0].PublishedAt.ShouldBeSameAs(before.Columns[0].PublishedAt);
        after.Columns[0].Coverage.ShouldBeSameAs(before.Columns[0].Coverage);
        after.ReadRecord(after.FindDocument("a0007")).Title.ShouldBe("Zeppelin");
        manager.Refresh();
        manager.Current.ShouldBeSameAs(after);
        await AnswersAreThoseOfAFreshBackend(manager);
    }

    [Fact]
    public async Task Refresh_RebuiltUnderTheSameName_IsTakenUp()
    {
        TestIndex.Add(_store, Marked(1));
        var backend = new EmbeddedBackend(_store);
        Directory.Delete(_folder.Combine("g000001"), recursive: true);
        File.Delete(_folder.Combine("CURRENT"));
        TestIndex.Add(_store, Marked(9)).Name.ShouldBe("g000001");
        backend.Refresh();
        (await backend.SearchAsync(new SearchRequest { Query = "gen9" }, Cancellation)).Total.Articles.ShouldBe(3);
        (await backend.GetReadyAsync(Cancellation)).Status.ShouldBe(ReadyResponse.Ready);
    }

    [Fact]
    public async Task Refresh_GenerationFolderDeleted_GoesOnAnsweringAndSaysDegraded()
    {
        TestIndex.Add(_store, Marked(1));
        var backend = new EmbeddedBackend(_store);
        Directory.Delete(_folder.Combine("g000001"), recursive: true);
        backend.Refresh();
        (await backend.GetReadyAsync(Cancellation)).Status.ShouldBe(ReadyResponse.Degraded);
        (await backend.SearchAsync(new SearchRequest { Query = "gen1" }, Cancellation)).Total.Articles.ShouldBe(3);
        TestIndex.Add(_store, Marked(2));
        backend.Refresh();
        (await backend.GetReadyAsync(Cancellation)).Status.ShouldBe(ReadyResponse.Ready);
    }

    [Fact]
    public async Task Open_DamagedLiveGeneration_PassesOverTheOneRolledBackFromAndUnfinishedOnes()
    {
        TestIndex.Add(_store, Marked(1));
        Generation second = TestIndex.Add(_store, Marked(2));
        TestIndex.Add(_store, Marked(3));
        _store.Rollback().ShouldBe(second);
        Damage(second);
        _store.CreateNext();
        var backend = new EmbeddedBackend(_store);
        (await backend.SearchAsync(new SearchRequest { Query = "article" }, Cancellation)).Meta.Generation.ShouldBe("g000001");
    }

    [Fact]
    public void Refresh_DamagedIndex_IsNotReadAgainBeforeSomethingChanges()
    {
        TestIndex.Add(_store, Marked(1));
        Generation second = TestIndex.Add(_store, Marked(2));
        string file = Path.Combine(second.Path, Damage(second));
        var clock = new StillClock(TestIndex.Now);
        var manager = new SnapshotManager(_store, clock);
        manager.Refresh();
        string problem = manager.Problem.ShouldNotBeNull();
        byte[] bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0x10;
        DateTime time = File.GetLastWriteTimeUtc(file);
        File.WriteAllBytes(file, bytes);
        File.SetLastWriteTimeUtc(file, time);
        manager.Refresh();
        manager.Problem.ShouldBe(problem, "the same length and time: not looked at yet");
        File.SetLastWriteTimeUtc(file, time.AddSeconds(1));
        manager.Refresh();
        manager.Problem.ShouldBeNull();
        manager.Current.Generation.ShouldBe(second);
    }

    [Fact]
    public async Task Search_WhileCommitsAndPruningGoOn_NeverFails()
    {
        TestIndex.Add(_store, Marked(1));
        var backend = new EmbeddedBackend(_store);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task refreshing = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested) backend.Refresh();
            },
            Cancellation);
        for (int i = 2; i <= 30; i++)
        {
            Generation generation = TestIndex.Add(_store, Marked(i));
            Write(generation, w => w.UpdateDocument(new Term(ArticleFields.Id, "a1"), Map(SomeArticles.Titled("a1", "Article number 1", $"gen{i}"))));
            _store.Prune(1);
            (await backend.SearchAsync(new SearchRequest { Query = "article" }, Cancellation)).Hits.Select(h => h.Excerpt).Distinct().ShouldHaveSingleItem();
        }

        await stop.CancelAsync();
        await refreshing;
        backend.Refresh();
        (await backend.GetReadyAsync(Cancellation)).ShouldBe(new ReadyResponse(ReadyResponse.Ready, null));
    }

    [Fact]
    public async Task Search_WhileGenerationsSwitch_NeverFailsOrMixes()
    {
        TestIndex.Add(_store, Marked(1));
        var backend = new EmbeddedBackend(_store);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task<int>[] readers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadUntil(backend, stop.Token)))];
        for (int generation = 2; generation <= 21; generation++)
        {
            TestIndex.Add(_store, Marked(generation));
            _store.Prune(2);
            backend.Refresh();
        }

        await stop.CancelAsync();
        (await Task.WhenAll(readers)).Sum().ShouldBeGreaterThan(20);
        (await backend.GetInfoAsync(Cancellation)).Generation.ShouldBe("g000021");
    }

    private static async Task<int> ReadUntil(EmbeddedBackend backend, CancellationToken stop)
    {
        int searches = 0;
        for (; !stop.IsCancellationRequested; searches++)
        {
            SearchResponse response = await backend.SearchAsync(new SearchRequest { Query = "article" }, CancellationToken.None);
            int generation = int.Parse(response.Meta.Generation.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture);
            response.Hits.Select(h => h.Excerpt).ShouldBe(Enumerable.Repeat($"gen{generation}", 3));
        }

        return searches;
    }

    private static Article[] Marked(int generation) => [.. Enumerable.Range(1, 3).Select(i => SomeArticles.Titled($"a{i}", $"Article number {i}", $"gen{generation}"))];

    private static Document Map(Article article) => ArticleMapper.Map(article, ArticleRecord.Of(article));

    private static void Write(Generation generation, Action<IndexWriter> change)
    {
        using var directory = new FileSystemDirectory(generation.Path);
        using var writer = new IndexWriter(directory, ArticleSchema.WriterConfig);
        change(writer);
        writer.Commit();
    }

    /// <summary>Priors included: the median of quality that stands for a missing one depends on all segments.</summary>
    private async Task AnswersAreThoseOfAFreshBackend(SnapshotManager manager)
    {
        var request = new SearchRequest { Query = "cloud azure market", Match = MatchPolicy.Any, Size = 100 };
        SearchResponse shared = new SearchExecution(manager.Current, request, TestIndex.Now, Cancellation).Run();
        SearchResponse fresh = await new EmbeddedBackend(_store, new StillClock(TestIndex.Now)).SearchAsync(request, Cancellation);
        shared.Hits.Select(h => (h.Id, h.Score)).ShouldBe(fresh.Hits.Select(h => (h.Id, h.Score)));
        shared.Hits.Count.ShouldBeGreaterThan(20);
    }

    private static string Damage(Generation generation)
    {
        string path = Directory.EnumerateFiles(generation.Path).Where(f => new FileInfo(f).Length > 0 && !Path.GetFileName(f).StartsWith("segments", StringComparison.Ordinal)).MaxBy(f => new FileInfo(f).Length)!;
        byte[] bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 0x10;
        File.WriteAllBytes(path, bytes);
        return Path.GetFileName(path);
    }
}
