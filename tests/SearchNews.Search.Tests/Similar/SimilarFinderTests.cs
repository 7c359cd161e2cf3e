using SearchNews.Articles;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;
using SearchNews.Search.Similar;
using SearchNews.Search.Stories;
using SearchNews.Search.Tests.Ranking;

namespace SearchNews.Search.Tests.Similar;

public sealed class SimilarFinderTests : IDisposable
{
    private readonly TestIndex _index;
    private readonly NaiveRanking _naive;

    public SimilarFinderTests()
    {
        var reader = new ArticleReader();
        Article[] samples = [.. Directory.EnumerateFiles(RepoRoot.Combine("index-data", "articles")).Order(StringComparer.Ordinal).Where(f => !f.EndsWith("README.md", StringComparison.Ordinal))
            .Select(f => reader.Read(Path.GetFileNameWithoutExtension(f), f, File.ReadAllBytes(f)).Article).OfType<Article>().Where(a => !a.Removed)];
        _index = TestIndex.Of(samples, segments: 2);
        _naive = new NaiveRanking(samples);
    }

    public void Dispose() => _index.Dispose();

    [Fact]
    public async Task Find_StoryIncluded_EqualsTheRecipeComputedNaively()
    {
        foreach (Article article in _index.Articles.Where((_, i) => i % 4 == 0))
        {
            SimilarResponse response = (await Similar(new SimilarRequest(article.Id, 100, IncludeStory: true)))!;
            (Article Other, double Score)[] expected = [.. Naive(article).OrderByDescending(n => n.Score).ThenByDescending(n => n.Other.PublishedAt)];
            response.Total.Articles.ShouldBe(expected.Length, article.Id);
            response.Hits.Count.ShouldBe(Math.Min(100, expected.Length));
            for (int i = 0; i < response.Hits.Count; i++)
            {
                response.Hits[i].Score.ShouldBe((float)expected[i].Score, 1e-4f, $"{article.Id} {i}");
                response.Hits[i].Score.ShouldBeInRange(0, 1);
                response.Hits[i].Why.Count.ShouldBeInRange(1, 5);
            }
        }
    }

    [Fact]
    public async Task Find_ForReaders_KeepsFloorProvidersAndTitles()
    {
        foreach (Article article in _index.Articles)
        {
            IReadOnlyList<SimilarHit> hits = (await Similar(new SimilarRequest(article.Id)))!.Hits;
            hits.ShouldAllBe(h => h.Id != article.Id && h.Score >= 0.08f && !string.Equals(h.Title, article.Title, StringComparison.OrdinalIgnoreCase));
            hits.Where(h => h.Provider?.Domain is not null).GroupBy(h => h.Provider!.Domain, StringComparer.OrdinalIgnoreCase).ShouldAllBe(g => g.Count() <= 2);
        }
    }

    [Fact]
    public void Find_ByBounds_EqualsChoosingFromAllThatShareAWord()
    {
        int cut = 0;
        foreach (Article article in _index.Articles)
        {
            IReadOnlyList<SimilarHit> all = Find(new SimilarRequest(article.Id, int.MaxValue, IncludeStory: true)).Hits;
            SimilarArticles few = Find(new SimilarRequest(article.Id, 7, IncludeStory: true));
            few.Hits.Select(hit => hit.Id).ShouldBe(all.Take(7).Select(hit => hit.Id), article.Id);
            few.Total.ShouldBe(all.Count, article.Id);

            HashSet<string> stories = _index.Snapshot.FindDocument(article.Id) is var self && new StoryLookup(_index.Snapshot).InfoOf(self) is { } own ? [own.Id] : [];
            SimilarHit[] fresh = [.. all.TakeWhile(hit => hit.Score >= 0.08f)
                .Where(hit => !string.Equals(hit.Title, article.Title, StringComparison.OrdinalIgnoreCase) && (hit.Story is null || stories.Add(hit.Story.Id)))];
            string[] expected = [.. ProviderSpread.Of(fresh, hit => hit.Provider?.Domain).Select(hit => hit.Id)];
            SimilarArticles shown = Find(new SimilarRequest(article.Id, int.MaxValue));
            shown.Hits.Select(hit => hit.Id).ShouldBe(expected, article.Id);
            shown.Total.ShouldBe(expected.Length, article.Id);
            if (fresh.Length < all.Count / 2) cut++;
        }

        cut.ShouldBeGreaterThan(20, "too few answers are much shorter than all matches; this test proves little");
    }

    [Fact]
    public async Task Find_ManyOfOneProvider_TwoInEachTenAndNoneLost()
    {
        using TestIndex index = TestIndex.Of(
        [
            SomeArticles.Titled("self", "comet island harvest", "the glacier"),
            SomeArticles.Titled("twin", "Comet Island Harvest", "the glacier"),
            SomeArticles.Titled("far", "desert", "glacier and much more text that has nothing to do with any of that, so its share is small"),
            .. Enumerable.Range(0, 60).Select(i => SomeArticles.Titled($"{i:D2}", $"comet island {(i < 20 ? "harvest" : "violin")} {i}") with
            {
                Provider = i < 20 ? new SearchNews.Articles.ArticleProvider("A", "big.example") : i < 40 ? new SearchNews.Articles.ArticleProvider("B", $"p{i % 8}.example") : null,
            }),
            .. Enumerable.Range(0, 200).Select(i => SomeArticles.Titled($"other{i}", "violin")),
        ],
            segments: 3);
        SimilarResponse all = (await index.Backend.FindSimilarAsync(new SimilarRequest("self", 100), TestContext.Current.CancellationToken))!;
        all.Total.Articles.ShouldBe(all.Hits.Count);
        all.Hits.ShouldAllBe(h => h.Id != "self" && h.Id != "twin" && h.Score >= 0.08f);
        string?[] providers = [.. all.Hits.Select(h => h.Provider?.Domain)];
        providers.Take(10).Count(p => p == "big.example").ShouldBe(2);
        foreach (string?[] ten in providers.Chunk(10)) ten.OfType<string>().CountBy(p => p, StringComparer.Ordinal).ShouldAllBe(p => p.Value <= 2);
        providers.Count(p => p == "big.example").ShouldBe(2 * ((all.Hits.Count + 9) / 10), "the best of them are shown, two in each ten");
        SimilarResponse five = (await index.Backend.FindSimilarAsync(new SimilarRequest("self", 5), TestContext.Current.CancellationToken))!;
        five.Hits.Select(h => h.Id).ShouldBe(all.Hits.Take(5).Select(h => h.Id));
        five.Total.ShouldBe(all.Total);
    }

    [Fact]
    public async Task Find_Window_IsAHardLimit()
    {
        Article article = _index.Articles.First(a => a.Id.StartsWith("2012-07-04-higgs", StringComparison.Ordinal));
        SimilarResponse response = (await Similar(new SimilarRequest(article.Id, 100, WindowDays: 2, IncludeStory: true)))!;
        response.Hits.ShouldNotBeEmpty();
        response.Hits.ShouldAllBe(h => (h.PublishedDateTime!.Value - article.PublishedAt!.Value).Duration() <= TimeSpan.FromDays(2));
    }

    [Fact]
    public async Task Find_UnknownId_IsNull() => (await Similar(new SimilarRequest("no-such-article"))).ShouldBeNull();

    [Fact]
    public async Task Find_ArticleOfStopWords_FindsNothing()
    {
        using TestIndex index = TestIndex.Of(SomeArticles.Titled("a", "the and of"), SomeArticles.Titled("b", "the comet"));
        SimilarResponse response = (await index.Backend.FindSimilarAsync(new SimilarRequest("a"), TestContext.Current.CancellationToken))!;
        (response.Total.Articles, response.Hits.Count).ShouldBe((0, 0));
    }

    private SimilarArticles Find(SimilarRequest request) => SimilarFinder.Find(_index.Snapshot, request, TestContext.Current.CancellationToken)!;

    private ValueTask<SimilarResponse?> Similar(SimilarRequest request) => _index.Backend.FindSimilarAsync(request, TestContext.Current.CancellationToken);

    private IEnumerable<(Article Other, double Score)> Naive(Article article)
    {
        int n = _naive.DocCount;
        (string Stem, double Weight)[] terms = [.. NaiveText.Of(article).Combined.Freqs
            .Where(t => t.Key.Length >= 2 && _naive.DocFreq(t.Key) <= Math.Max(5, 0.2 * n))
            .Select(t => (t.Key, t.Value * (double)(float)Math.Log(1 + ((n - _naive.DocFreq(t.Key) + 0.5) / (_naive.DocFreq(t.Key) + 0.5)))))
            .OrderByDescending(t => t.Item2).ThenBy(t => t.Key, StringComparer.Ordinal).Take(25)];
        double Text(Article other) => terms.Sum(t => (double)_naive.Bm25(other, t.Stem, 0.6f, 0.4f, (float)(t.Weight / terms[0].Weight)));
        Article[] candidates = [.. _index.Articles.Where(a => a.Id != article.Id && terms.Any(t => _naive.HasTerm(a, t.Stem)))];
        double maxText = candidates.Select(Text).DefaultIfEmpty(0).Max();
        double own = Similarity(article, article, Text(article), maxText);
        return candidates.Select(c => (c, Math.Min(1, Similarity(article, c, Text(c), maxText) / own)));
    }

    private double Similarity(Article article, Article other, double text, double maxText)
    {
        double days = article.PublishedAt is { } a && other.PublishedAt is { } b ? (a - b).Duration().TotalDays : double.PositiveInfinity;
        double time = ReferenceEquals(article, other) ? 1 : Math.Max(0.4, 1 / (1 + (days / 30)));
        double Idf(string topic) => Math.Log(1 + ((_index.Articles.Count - Df(topic) + 0.5) / (Df(topic) + 0.5)));
        int Df(string topic) => _index.Articles.Count(x => x.Topics.Contains(topic, StringComparer.OrdinalIgnoreCase));
        string[] topics = [.. article.Topics.Distinct(StringComparer.OrdinalIgnoreCase)];
        double likeness = topics.Length == 0 ? 0 : topics.Where(t => other.Topics.Contains(t, StringComparer.OrdinalIgnoreCase)).Sum(Idf) / topics.Sum(Idf);
        var unit = new RankingProfile { Name = "unit", Lambda = 1 / Math.Log(_naive.DocCount + 1.0), Quality = 1, Coverage = 1 };
        (float quality, float coverage, _) = _naive.Priors(other, unit, weights: null, TestIndex.Now);
        return (text * time * (1 + (0.1 * likeness))) + (0.05 * maxText * (quality + coverage) / 2);
    }
}
