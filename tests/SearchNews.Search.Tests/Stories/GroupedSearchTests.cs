using SearchNews.Articles;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;
using SearchNews.Search.Indexing;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;
using SearchNews.Search.Stories;
using SearchNews.Search.Tests.Ranking;

namespace SearchNews.Search.Tests.Stories;

public sealed class GroupedSearchTests : IClassFixture<GroupedSearchTests.SharedIndex>
{
    private static readonly string[] Profiles = ["balanced", "fresh", "archive", "popular", "none"];

    private readonly TestIndex _index;
    private readonly StoryGroups _groups;
    private readonly NaiveRanking _naive;

    public GroupedSearchTests(SharedIndex shared) => (_index, _groups, _naive) = (shared.Index, shared.Groups, shared.Naive);

    [Fact]
    public void Collect_GroupedAndPruned_EqualsSortingEverythingAndKeepingTheFirstOfEachStory()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < LongTier.Rounds(fast: 120, full: 20_000); round++)
        {
            NaiveRequest naive = NaiveRequest.Draw(random);
            RankingProfile profile = RankingProfile.Find(Profiles[random.Next(Profiles.Length)])!;
            SearchRequest request = naive.ToRequest() with { Profile = profile.Name };
            string[] all = Ranked(naive, profile);
            string[] expected = [.. all.DistinctBy(_groups.FirstOf, StringComparer.Ordinal)];
            PreparedSearch prepared = _index.Prepare(request);
            int size = random.Next(1, 30);

            HitCollector whole = Collect(prepared, naive.Sort, size, int.MaxValue);
            Ids(whole).ShouldBe(expected.Take(size), $"{request}");
            (whole.Total, whole.Stories, whole.IsExact).ShouldBe((all.Length, expected.Length, true), $"{request}");
            HitCollector quick = Collect(prepared, naive.Sort, size, countThreshold: 0);
            Ids(quick).ShouldBe(expected.Take(size), $"{request}");
            if (quick.IsExact) (quick.Total, quick.Stories).ShouldBe((all.Length, expected.Length), $"{request}");
        }
    }

    [Fact]
    public void Collect_GroupedByTextAlone_SkipsMuchAndMissesNothing()
    {
        // Bounds of text alone are tight, so that much is skipped.
        Random random = Seeds.Random(1);
        int pruned = 0;
        IndexSearcher searcher = _index.Snapshot.SearcherFor(RankingProfile.None);
        for (int round = 0; round < LongTier.Rounds(fast: 120, full: 20_000); round++)
        {
            string[] words = ["azur", .. Enumerable.Range(0, random.Next(4)).Select(_ => NaiveText.Stems(SomeArticles.Words[random.Next(20)]).Single())];
            BooleanQuery query = BooleanQuery.Of(Occur.Should, words.Distinct(StringComparer.Ordinal).Select(word => (Query)new TermQuery(new Term(ArticleFields.Text, word))));
            var everything = new HitCollector(_index.Snapshot, SortOrder.Relevance, 1_000);
            searcher.Search(query, everything, TestContext.Current.CancellationToken);
            string[] expected = [.. Ids(everything).DistinctBy(_groups.FirstOf, StringComparer.Ordinal)];
            int size = random.Next(1, 20);
            var quick = new HitCollector(_index.Snapshot, SortOrder.Relevance, size, countThreshold: 0, HitGrouping.Story);
            searcher.Search(query, quick, TestContext.Current.CancellationToken);
            Ids(quick).ShouldBe(expected.Take(size), $"{query} {size}");
            if (quick.Total < everything.Total) pruned++;
        }

        pruned.ShouldBeGreaterThan(24, "too few searches skipped anything; this test proves little");
    }

    [Fact]
    public void Search_Pages_AreTheListOfStoriesCutUp()
    {
        var request = new SearchRequest { Query = "azure", Size = 1000 };
        SearchResponse whole = _index.Search(request);
        string[] all = [.. whole.Hits.Select(h => h.Id)];
        all.Length.ShouldBe((int)whole.Total.Stories!.Value);
        whole.Total.Articles.ShouldBe(_index.Search(request with { Group = HitGrouping.None }).Hits.Count);
        whole.Total.Articles.ShouldBeGreaterThan(whole.Total.Stories.Value);
        for (int page = 1; page <= (all.Length / 17) + 1; page++)
            _index.Search(request with { Page = page, Size = 17 }).Hits.Select(h => h.Id).ShouldBe(all.Skip((page - 1) * 17).Take(17));
    }

    [Fact]
    public void Search_Ungrouped_CountsNoStoriesButNamesThem()
    {
        SearchResponse response = _index.Search(new SearchRequest { Query = "azure", Size = 1000, Group = HitGrouping.None });
        response.Total.Stories.ShouldBeNull();
        foreach (SearchHit hit in response.Hits)
        {
            int size = _index.Articles.Count(a => _groups.FirstOf(a.Id) == _groups.FirstOf(hit.Id));
            if (size == 1) hit.Story.ShouldBeNull(hit.Id);
            else (hit.Story!.Id, hit.Story.Size).ShouldBe((_groups.FirstOf(hit.Id), size));
        }
    }

    [Fact]
    public void Search_TenArticlesOfOneStory_AreEnoughNotToRelax()
    {
        Article[] told = [.. Enumerable.Range(0, 10).Select(i => SomeArticles.Titled($"a{i}", "comet glacier")), SomeArticles.Titled("b", "comet")];
        var groups = new StoryGroups();
        for (int i = 1; i < 10; i++) groups.Set($"a{i}", "a0");
        using TestIndex index = TestIndex.Of(told, stories: groups);
        SearchResponse response = index.Search("comet glacier");
        (response.Meta.Relaxed, response.Total).ShouldBe((false, new SearchNews.Search.Responses.TotalHits(1, 10, true)));
    }

    private string[] Ranked(NaiveRequest naive, RankingProfile profile)
    {
        NaiveWords words = naive.Meaning;
        var instant = new DateTimeOffset(2021, 8, 29, 12, 0, 0, TimeSpan.Zero);
        return NaiveRanking.Sort(_index.Articles.Where(a => naive.Matches(a, _naive))
            .Select(a => (a, naive.Sort == SortOrder.Relevance ? _naive.Score(a, words, profile, null, instant) : NaiveRanking.Key(a, naive.Sort))));
    }

    private HitCollector Collect(PreparedSearch prepared, SortOrder sort, int size, int countThreshold)
    {
        var collector = new HitCollector(_index.Snapshot, sort, size, countThreshold, HitGrouping.Story);
        prepared.Searcher.Search(prepared.Query, collector, TestContext.Current.CancellationToken);
        return collector;
    }

    private string[] Ids(HitCollector collector) => [.. collector.ToSortedArray().Select(h => _index.Snapshot.ReadRecord(h.Doc).Id)];

    public sealed class SharedIndex : IDisposable
    {
        public SharedIndex()
        {
            Article[] articles = SomeArticles.Many(Seeds.Random(98), 800);
            Groups = RandomStories.Draw(Seeds.Random(97), articles);
            Index = TestIndex.Of(articles, segments: 4, Groups);
            Naive = new NaiveRanking(articles);
        }

        internal TestIndex Index { get; }

        internal StoryGroups Groups { get; }

        internal NaiveRanking Naive { get; }

        public void Dispose() => Index.Dispose();
    }
}
