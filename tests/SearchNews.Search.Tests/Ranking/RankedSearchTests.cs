using SearchNews.Articles;
using SearchNews.Search.Embedded;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Tests.Ranking;

public sealed class RankedSearchTests : IClassFixture<RankedSearchTests.SharedIndex>
{
    private static readonly string[] Profiles = ["balanced", "fresh", "archive", "popular", "none", "classic"];

    private readonly TestIndex _index;
    private readonly NaiveRanking _naive;

    public RankedSearchTests(SharedIndex shared) => (_index, _naive) = (shared.Index, shared.Naive);

    [Fact]
    public void Collect_Pruned_EqualsUnprunedAndBruteForce()
    {
        Random random = Seeds.Random();
        int pruned = 0;
        int grouped = 0;
        for (int round = 0; round < LongTier.Rounds(fast: 120, full: 20_000); round++)
        {
            NaiveRequest naive = NaiveRequest.Draw(random);
            RankingProfile profile = RankingProfile.Find(Profiles[random.Next(Profiles.Length)])!;
            DateTimeOffset? now = random.Next(3) == 0 ? new DateTimeOffset(2021, 8, 1 + random.Next(31), 7, 11, 0, TimeSpan.Zero) : null;
            PriorOverrides? weights = random.Next(3) == 0 ? new PriorOverrides(random.Next(3), Recency: random.NextDouble() * 2) : null;
            SearchRequest request = naive.ToRequest() with { Profile = profile.Name, Weights = weights, Now = now };
            string[] expected = Expected(naive, profile, weights, now);
            PreparedSearch prepared = _index.Prepare(request);
            string text = $"{request}";
            int size = random.Next(3) == 0 ? 100 : random.Next(1, 40);

            Collect(prepared, naive.Sort, expected.Length + 1, int.MaxValue).ShouldBe(expected, text);
            Collect(prepared, naive.Sort, size, int.MaxValue).ShouldBe(expected.Take(size), text);
            var collector = new HitCollector(_index.Snapshot, naive.Sort, size, countThreshold: 0);
            prepared.Searcher.Search(prepared.Query, collector, TestContext.Current.CancellationToken);
            Ids(collector).ShouldBe(expected.Take(size), text);
            if (collector.IsExact) collector.Total.ShouldBe(expected.Length, text);
            else collector.Total.ShouldBeLessThanOrEqualTo(expected.Length, text);
            if (collector.Total < expected.Length) pruned++;

            string[] stories = OnePerStory(expected);
            if (stories.Length < expected.Length) grouped++;
            foreach (int threshold in (int[])[int.MaxValue, 0])
            {
                var best = new HitCollector(_index.Snapshot, naive.Sort, size, threshold, HitGrouping.Story);
                prepared.Searcher.Search(prepared.Query, best, TestContext.Current.CancellationToken);
                Ids(best).ShouldBe(stories.Take(size), text);
            }
        }

        grouped.ShouldBeGreaterThan(8, "too few searches found several articles of a story");
        pruned.ShouldBeGreaterThan(0, "too few searches skipped anything; this test proves little");
    }

    [Fact]
    public void Search_Scores_AreThoseOfTheFormulaToTheLastBit()
    {
        Random random = Seeds.Random(1);
        for (int round = 0; round < 100; round++)
        {
            string[] terms = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => SomeArticles.Words[random.Next(20)]).Distinct(StringComparer.Ordinal)];
            RankingProfile profile = RankingProfile.Find(Profiles[random.Next(Profiles.Length)])!;
            var words = new NaiveWords([.. terms.SelectMany(NaiveText.Stems)], [], MatchPolicy.Any, new NaiveBonuses([string.Join(' ', terms)], string.Join(' ', terms)));
            SearchResponse response = _index.Search(new SearchRequest { Query = string.Join(' ', terms), Match = MatchPolicy.Any, Profile = profile.Name, Size = 1000 });
            foreach (SearchHit hit in response.Hits)
            {
                Article article = _index.Articles.Single(a => a.Id == hit.Id);
                hit.Score.ShouldBe(_naive.Score(article, words, profile, weights: null, response.Meta.Now), $"{string.Join(' ', terms)} {hit.Id}");
            }
        }
    }

    [Fact]
    public void Search_Pages_AreTheListCutUp()
    {
        var request = new SearchRequest { Query = "azure", Size = 1000 };
        string[] all = [.. _index.Search(request).Hits.Select(h => h.Id)];
        for (int page = 1; page <= (all.Length / 37) + 1; page++)
            _index.Search(request with { Page = page, Size = 37 }).Hits.Select(h => h.Id).ShouldBe(all.Skip((page - 1) * 37).Take(37));
        _index.Search(request with { Page = 900, Size = 10 }).Hits.ShouldBeEmpty();
    }

    [Fact]
    public void Search_ExplicitNow_HidesLaterArticlesAndCountsAgesFromIt()
    {
        DateTimeOffset now = new(2021, 8, 10, 0, 0, 0, TimeSpan.Zero);
        SearchResponse then = _index.Search(new SearchRequest { Query = "azure", Now = now, Size = 1000 });
        then.Hits.ShouldAllBe(h => h.PublishedDateTime == null || h.PublishedDateTime <= now);
        then.Hits.ShouldContain(h => h.PublishedDateTime == now);
        then.Hits.ShouldContain(h => h.PublishedDateTime == null);
        then.Meta.Now.ShouldBe(now);
        SearchResponse implicitNow = _index.Search(new SearchRequest { Query = "azure", Size = 1000 });
        implicitNow.Hits.ShouldContain(h => h.PublishedDateTime > TestIndex.Now, "the implicit now hides nothing");
        implicitNow.Meta.Now.ShouldBe(new DateTimeOffset(2021, 8, 29, 12, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Search_Classic_ScoresTitleTwiceAndExcerptApart()
    {
        using TestIndex index = TestIndex.Of(SomeArticles.Titled("a", "comet", "island"), SomeArticles.Titled("b", "island", "comet"), SomeArticles.Titled("c", "desert", "desert"));
        SearchHit[] hits = [.. index.Search(new SearchRequest { Query = "comet", Profile = "classic" }).Hits];
        hits.Select(h => h.Id).ShouldBe(["a", "b"]);
        hits[0].Score!.Value.ShouldBe(2 * hits[1].Score!.Value, 1e-6f);

        // idf = ln(1 + 2.5 / 1.5), length 1 of average 1, k1 1.2: tf = 1 / 2.2.
        hits[1].Score!.Value.ShouldBe((float)(Math.Log(1 + (2.5 / 1.5)) / 2.2), 1e-6f);
    }

    [Fact]
    public void Search_OutOfTime_AnswersWithWhatItFoundAndSaysSo()
    {
        var request = new SearchRequest { Query = string.Join(' ', SomeArticles.Words), TimeBudget = TimeSpan.Zero };

        SearchResponse late = _index.Search(request);
        SearchResponse whole = _index.Search(request with { TimeBudget = TimeSpan.FromMinutes(1) });

        (late.Meta.Partial, late.Total.Exact).ShouldBe((true, false));
        late.Meta.Warnings.ShouldContain(warning => warning.StartsWith("Time ran out", StringComparison.Ordinal));
        whole.Meta.Partial.ShouldBeFalse();
        whole.Meta.Warnings.ShouldBeEmpty();
    }

    private string[] Expected(NaiveRequest naive, RankingProfile profile, PriorOverrides? weights, DateTimeOffset? now)
    {
        NaiveWords words = naive.Meaning;
        DateTimeOffset instant = now ?? TestIndex.Now;
        instant = new DateTimeOffset(instant.Ticks - (instant.Ticks % TimeSpan.FromMinutes(5).Ticks), TimeSpan.Zero);
        IEnumerable<Article> found = _index.Articles.Where(a => naive.Matches(a, _naive) && (now is null || a.PublishedAt is null || a.PublishedAt <= now));
        return NaiveRanking.Sort(found.Select(a => (a, naive.Sort == SortOrder.Relevance ? _naive.Score(a, words, profile, weights, instant) : NaiveRanking.Key(a, naive.Sort))));
    }

    private string[] OnePerStory(string[] ids)
    {
        var seen = new HashSet<int>();
        return [.. ids.Where(id => _index.Snapshot.Stories.StoryOf(_index.Snapshot.FindDocument(id)) is var story && (story == SnapshotStories.Alone || seen.Add(story)))];
    }

    private string[] Collect(PreparedSearch prepared, SortOrder sort, int size, int threshold)
    {
        var collector = new HitCollector(_index.Snapshot, sort, size, threshold);
        prepared.Searcher.Search(prepared.Query, collector, TestContext.Current.CancellationToken);
        collector.IsExact.ShouldBeTrue();
        return Ids(collector);
    }

    private string[] Ids(HitCollector collector) => [.. collector.ToSortedArray().Select(h => _index.Snapshot.ReadRecord(h.Doc).Id)];

    public sealed class SharedIndex : IDisposable
    {
        public SharedIndex()
        {
            Random random = Seeds.Random(99);
            Article[] articles = SomeArticles.Many(random, 800);
            var stories = new StoryGroups();
            for (int i = 0; i < articles.Length; i++)
            {
                if (i % 5 > 0 && random.Next(2) == 0) stories.Set(articles[i].Id, articles[i - (i % 5)].Id);
            }

            Index = TestIndex.Of(articles, segments: 4, stories);
            Index.Snapshot.Reader.Leaves.Count.ShouldBe(4);
            Naive = new NaiveRanking(Index.Articles);
        }

        internal TestIndex Index { get; }

        internal NaiveRanking Naive { get; }

        public void Dispose() => Index.Dispose();
    }
}
