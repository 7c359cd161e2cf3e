using SearchNews.Articles;
using SearchNews.Lucene.Index;
using SearchNews.Search.Embedded;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Tests.Stories;

/// <summary>Hundreds of stories, page by page, against each story looked at on its own.</summary>
public sealed class StoryListTests : IDisposable
{
    private const int Articles = 1_500;
    private const int Firsts = 300; // articles that stories begin with
    private readonly TestIndex _index = Grouped();

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData(StorySort.Coverage, null)]
    [InlineData(StorySort.Coverage, "Space")]
    [InlineData(StorySort.Newest, null)]
    [InlineData(StorySort.Newest, "Space")]
    public void Find_PageByPage_IsTheSortedListOfAll(StorySort sort, string? topic)
    {
        ArticleFilter filter = topic is null ? ArticleFilter.None : new ArticleFilter { Topics = [topic] };
        Article[] passing = [.. _index.Articles.Where(a => topic is null || a.Topics.Contains(topic, StringComparer.OrdinalIgnoreCase))];
        Signals[] stories = [.. passing.Select(a => _index.Snapshot.Stories.FirstOf(_index.Snapshot.FindDocument(a.Id))).Distinct().Select(SignalsOf)];
        string[] ids = [.. (sort == StorySort.Newest
            ? stories.OrderByDescending(s => (s.Last, s.Size, s.Coverage))
            : stories.OrderByDescending(s => (s.Size, s.Coverage, s.Last))).ThenBy(s => s.First).Select(s => _index.Snapshot.ReadRecord(s.First).Id)];
        ids.Length.ShouldBeGreaterThan(100);
        const int Size = 23;
        for (int page = 1; (page - 2) * Size < ids.Length; page++)
        {
            (TotalHits total, IReadOnlyList<StoryResponse> hits) = StoryList.Find(_index.Snapshot, new StoriesRequest { Sort = sort, Page = page, Size = Size, Filter = filter }, TestContext.Current.CancellationToken);
            total.ShouldBe(new TotalHits(ids.Length, passing.Length, true));
            hits.Select(hit => hit.Id).ShouldBe(ids.Skip((page - 1) * Size).Take(Size));
        }
    }

    [Fact]
    public void Find_PageFarBehindTheLast_IsEmpty()
    {
        (TotalHits total, IReadOnlyList<StoryResponse> hits) = StoryList.Find(_index.Snapshot, new StoriesRequest { Page = 30_000_000, Size = 100 }, TestContext.Current.CancellationToken);
        hits.ShouldBeEmpty();
        total.Stories.ShouldBe(_index.Snapshot.Stories.Count);
    }

    [Fact]
    public void Search_HundredsOfStories_EachIsCountedOnce()
    {
        SearchResponse found = _index.Search(new SearchRequest { Query = "azure", Match = MatchPolicy.Any, Size = 2000 });
        found.Total.Stories.ShouldBe(found.Hits.Count);
        found.Total.Stories!.Value.ShouldBeGreaterThan(200);
    }

    private static TestIndex Grouped()
    {
        Random random = Seeds.Of(Seeds.Current, 9);
        Article[] articles = SomeArticles.Many(random, Articles);
        var groups = new StoryGroups();
        for (int i = Firsts; i < Articles; i++)
        {
            if (random.Next(2) == 0) groups.Set(articles[i].Id, articles[i % Firsts].Id);
        }

        return TestIndex.Of(articles, segments: 3, groups);
    }

    private Signals SignalsOf(int first)
    {
        ArticleSnapshot snapshot = _index.Snapshot;
        int story = snapshot.Stories.StoryOf(first);
        int[] docs = story == SnapshotStories.Alone ? [first] : snapshot.Stories.DocsOf(story).ToArray();
        (float Coverage, long PublishedAt)[] signals = [.. docs.Select(doc =>
        {
            LeafReaderContext leaf = snapshot.Reader.LeafOf(doc);
            return (snapshot.Columns[leaf.Ord].Coverage[doc - leaf.DocBase], snapshot.Columns[leaf.Ord].PublishedAt[doc - leaf.DocBase]);
        })];
        return new Signals(first, docs.Length, signals.Max(s => s.Coverage), signals.Max(s => s.PublishedAt));
    }

    private sealed record Signals(int First, int Size, float Coverage, long Last);
}
