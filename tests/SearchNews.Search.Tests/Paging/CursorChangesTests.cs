using SearchNews.Articles;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Search.Embedded;
using SearchNews.Search.Facets;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;
using SearchNews.Search.Paging;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;
using SearchNews.Search.Tests.Stories;

namespace SearchNews.Search.Tests.Paging;

/// <summary>The list of a cursor stays as it was while the index, its files, the synonyms and the clock go on.</summary>
public sealed class CursorChangesTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly GenerationStore _store;
    private readonly StillClock _clock = new(TestIndex.Now);

    public CursorChangesTests() => _store = new GenerationStore(_folder.Path);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(HitGrouping.Story)]
    [InlineData(HitGrouping.None)]
    public async Task Walk_WhileTheIndexChangesBetweenPages_IsTheFirstList(HitGrouping group)
    {
        Random random = Seeds.Random();
        EmbeddedBackend backend = Start(random, 400);
        foreach (SortOrder sort in Enum.GetValues<SortOrder>())
        {
            SearchRequest request = new() { Query = "azure cloud market", Match = MatchPolicy.Any, Sort = sort, Group = group, Size = 16 };
            string[] before = [.. (await backend.SearchAsync(request with { Size = 10_000 }, Cancellation)).Hits.Select(hit => hit.Id)];
            int changes = 0;
            void Change()
            {
                if (++changes % 3 == 0) Rebuild(random, 400);
                else Commit(random);
                _clock.Instant += TimeSpan.FromMinutes(4);
                backend.Refresh();
            }

            (await Walk.AllAsync(backend, request, between: Change)).ShouldBe(before);
            changes.ShouldBeGreaterThan(3);
            (await backend.SearchAsync(request with { Size = 10_000 }, Cancellation)).Hits.Select(hit => hit.Id).ShouldNotBe(before, "nothing changed; this test proves little");
        }
    }

    [Fact]
    public async Task Search_GenerationDeletedSince_StillReadsEverythingOfIt()
    {
        EmbeddedBackend backend = Start(Seeds.Random(1), 300);
        SearchRequest request = new() { Query = "azure", Facets = [FacetField.Topic], Explain = 2 };
        SearchResponse first = await backend.SearchAsync(request, Cancellation);
        SearchResponse second = await backend.SearchAsync(request with { Cursor = first.Cursor }, Cancellation);
        string old = _store.FindLive()!.Path;
        TestIndex.Add(_store, SomeArticles.Many(Seeds.Random(2), 50));
        _store.Prune(1);
        Directory.Exists(old).ShouldBeFalse();
        backend.Refresh();
        SearchResponse again = await backend.SearchAsync(request with { Cursor = first.Cursor }, Cancellation);
        Text(again).ShouldBe(Text(second));
        again.Meta.Generation.ShouldBe("g000001");
        (await backend.SearchAsync(request, Cancellation)).Meta.Generation.ShouldBe("g000002");
    }

    [Fact]
    public async Task Search_AgesOfTheFilterAndTheScore_AreCountedFromTheFirstPage()
    {
        // Articles are of midnight: counted from the second page, a day fewer would pass.
        EmbeddedBackend backend = Start(Seeds.Random(3), 300);
        _clock.Instant = new DateTimeOffset(2021, 8, 29, 23, 58, 0, TimeSpan.Zero);
        SearchRequest Ask(string? cursor)
        {
            KeyValuePair<string, string>[] asked = [new("q", "azure"), new("since", "9d"), new("size", "7"), new("cursor", cursor ?? "")];
            return SearchParameters.Parse(asked, _clock.GetUtcNow());
        }

        SearchRequest first = Ask(null);
        string[] whole = [.. (await backend.SearchAsync(first with { Size = 10_000 }, Cancellation)).Hits.Select(hit => hit.Id)];
        whole.Length.ShouldBeGreaterThan(21);
        var walked = new List<string>();
        SearchResponse response = await backend.SearchAsync(first, Cancellation);
        for (; ; response = await backend.SearchAsync(Ask(response.Cursor), Cancellation))
        {
            walked.AddRange(response.Hits.Select(hit => hit.Id));
            if (response.Cursor is null) break;
            _clock.Instant += TimeSpan.FromMinutes(4);
        }

        walked.ShouldBe(whole);
        (await backend.SearchAsync(Ask(null) with { Size = 10_000 }, Cancellation)).Hits.Count.ShouldBeLessThan(whole.Length);
    }

    [Fact]
    public async Task Search_OtherSynonymsSince_ThoseOfTheFirstPageHold()
    {
        EmbeddedBackend backend = Start(Seeds.Random(4), 300);
        _folder.WriteFile("synonyms.txt", "glacier, comet\n");
        backend.Refresh();
        var request = new SearchRequest { Query = "glacier", Size = 5 };
        string[] whole = [.. (await backend.SearchAsync(request with { Size = 10_000 }, Cancellation)).Hits.Select(hit => hit.Id)];
        int rules = 0;
        void Change()
        {
            _folder.WriteFile("synonyms.txt", $"glacier, {(rules++ % 2 == 0 ? "violin, orchid" : "museum")}\n");
            backend.Refresh();
        }

        (await Walk.AllAsync(backend, request, between: Change)).ShouldBe(whole);
        (await backend.SearchAsync(request with { Size = 10_000 }, Cancellation)).Hits.Select(hit => hit.Id).ShouldNotBe(whole);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Search_CursorUnusedForFiveMinutes_IsExpired(int milliseconds, bool answers)
    {
        EmbeddedBackend backend = Start(Seeds.Random(5), 100);
        var request = new SearchRequest { Query = "azure" };
        string? cursor = (await backend.SearchAsync(request, Cancellation)).Cursor;
        _clock.Instant += TimeSpan.FromMinutes(4);
        (await backend.SearchAsync(request with { Cursor = cursor }, Cancellation)).Hits.Count.ShouldBe(10);
        _clock.Instant += TimeSpan.FromMinutes(5) + TimeSpan.FromMilliseconds(milliseconds);
        if (answers)
        {
            (await backend.SearchAsync(request with { Cursor = cursor }, Cancellation)).Hits.Count.ShouldBe(10);
            return;
        }

        // Neither a refresh nor a new cursor for the same snapshot brings it back.
        string message = (await Should.ThrowAsync<CursorExpiredException>(async () => await backend.SearchAsync(request with { Cursor = cursor }, Cancellation))).Message;
        message.ShouldContain("start again with the first page");
        (await backend.SearchAsync(request, Cancellation)).Cursor.ShouldNotBeNull();
        backend.Refresh();
        await Should.ThrowAsync<CursorExpiredException>(async () => await backend.SearchAsync(request with { Cursor = cursor }, Cancellation));
    }

    [Theory]
    [InlineData(15, true)]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public async Task Search_SnapshotsPinnedSince_AreSixteenBesideTheCurrentOne(int commits, bool answers)
    {
        Random random = Seeds.Random(6);
        EmbeddedBackend backend = Start(random, 60);
        var request = new SearchRequest { Query = "azure", Size = 2 };
        string? cursor = (await backend.SearchAsync(request, Cancellation)).Cursor;
        for (int i = 0; i < commits; i++)
        {
            Commit(random);
            backend.Refresh();
            (await backend.SearchAsync(request, Cancellation)).Cursor.ShouldNotBeNull();
        }

        backend.PinnedSnapshots.ShouldBe(Math.Min(commits, SnapshotPins.MaxPinned) + 1);
        if (answers) (await backend.SearchAsync(request with { Cursor = cursor }, Cancellation)).Hits.Count.ShouldBe(2);
        else await Should.ThrowAsync<CursorExpiredException>(async () => await backend.SearchAsync(request with { Cursor = cursor }, Cancellation));
    }

    [Fact]
    public async Task Search_PinUsedNow_OutlivesThoseUsedBefore()
    {
        Random random = Seeds.Random(7);
        EmbeddedBackend backend = Start(random, 200);
        var request = new SearchRequest { Query = "azure", Size = 1 };
        SearchResponse walking = await backend.SearchAsync(request, Cancellation);
        string? idle = null;
        for (int i = 0; i < 20; i++)
        {
            Commit(random);
            backend.Refresh();
            SearchResponse other = await backend.SearchAsync(request, Cancellation);
            idle ??= other.Cursor;
            walking = await backend.SearchAsync(request with { Cursor = walking.Cursor }, Cancellation);
            (walking.Meta.Commit < other.Meta.Commit, walking.Page).ShouldBe((true, i + 2));
        }

        await Should.ThrowAsync<CursorExpiredException>(async () => await backend.SearchAsync(request with { Cursor = idle }, Cancellation));
    }

    [Fact]
    public async Task Refresh_LeaseOver_LetsTheSnapshotGo()
    {
        Random random = Seeds.Random(8);
        EmbeddedBackend backend = Start(random, 60);
        WeakReference held = await PinAsync(backend);
        Rebuild(random, 60);
        backend.Refresh();
        Collect();
        (held.IsAlive, backend.PinnedSnapshots).ShouldBe((true, 1));
        _clock.Instant += SnapshotPins.Lease + TimeSpan.FromTicks(1);
        backend.Refresh();
        Collect();
        (held.IsAlive, backend.PinnedSnapshots).ShouldBe((false, 0));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> PinAsync(EmbeddedBackend backend)
    {
        (await backend.SearchAsync(new SearchRequest { Query = "azure", Size = 1 }, Cancellation)).Cursor.ShouldNotBeNull();
        return new WeakReference(backend.Snapshot);
    }

    private static void Collect()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private static string Text(SearchResponse response) =>
        System.Text.Json.JsonSerializer.Serialize(response with { Meta = response.Meta with { Took = 0 } }, SearchJson.Relaxed.SearchResponse);

    private EmbeddedBackend Start(Random random, int articles)
    {
        Rebuild(random, articles);
        return new EmbeddedBackend(_store, _clock);
    }

    private void Rebuild(Random random, int count)
    {
        Article[] articles = SomeArticles.Many(random, count);
        TestIndex.Add(_store, articles, segments: 3, stories: RandomStories.Draw(random, articles));
        _store.Prune(1);
    }

    /// <summary>Changes some articles of the live generation, whose stories stay as they are.</summary>
    private void Commit(Random random)
    {
        using var directory = new FileSystemDirectory(_store.FindLive()!.Path);
        using var writer = new IndexWriter(directory, ArticleSchema.WriterConfig);
        foreach (Article article in SomeArticles.Many(random, 60).Where(_ => random.Next(3) == 0))
            writer.UpdateDocument(new Term(ArticleFields.Id, article.Id), ArticleMapper.Map(article, ArticleRecord.Of(article)));
        writer.Commit();
    }
}
