using System.Globalization;
using System.Text;
using SearchNews.Articles;
using SearchNews.Lucene.Index;
using SearchNews.Search.Embedded;
using SearchNews.Search.Indexing;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;
using SearchNews.Search.Spelling;

namespace SearchNews.Search.Tests.Spelling;

/// <summary>Whatever the words, priors and filters: hits of corrected words stay below those of the words as typed, and skipping changes nothing.</summary>
public sealed class CorrectedRankingTests : IDisposable
{
    private static readonly string[] Profiles = ["balanced", "fresh", "archive", "popular", "none", "classic"];

    private readonly TestIndex _index = TestIndex.Of(Articles(Seeds.Of(Seeds.Default, 77)), segments: 3);
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    public CorrectedRankingTests()
    {
        foreach (LeafReaderContext leaf in _index.Snapshot.Reader.Leaves)
        {
            TermsEnum terms = leaf.Reader.GetTerms(ArticleFields.Words)!.GetTermsEnum();
            while (terms.MoveNext()) _words.Add(Term.ToText(terms.Term));
        }
    }

    public void Dispose() => _index.Dispose();

    [Fact]
    public void Search_MistypedWords_StayBelowTheWeakestExactHit()
    {
        Random random = Seeds.Random();
        int corrected = 0;
        int both = 0;
        for (int round = 0; round < 400; round++)
        {
            SearchRequest request = Request(random);
            SearchResponse response = _index.Search(request);
            if (response.DidYouMean is { } suggestion)
                suggestion.Split([' ', '(', ')', '+'], StringSplitOptions.RemoveEmptyEntries).Except(request.Query!.Split([' ', '(', ')', '+'])).ShouldBeSubsetOf(_words, $"{request}");
            if (response.Meta.Query!.Corrected is null) continue;
            corrected++;
            SearchRequest typedRequest = request with { Typo = TypoPolicy.Off, Match = response.Meta.Relaxed ? MatchPolicy.Any : request.Match };
            HashSet<string> typed = [.. Typed(typedRequest)];
            string[] ids = [.. response.Hits.Select(hit => hit.Id)];
            typed.ShouldBeSubsetOf(ids, $"{request}");
            if (request.Sort != SortOrder.Relevance || typed.Count is 0 || typed.Count == ids.Length) continue;
            both++;
            ids.Take(typed.Count).ShouldAllBe(id => typed.Contains(id), $"{request}");
            response.Hits[typed.Count - 1].Score!.Value.ShouldBeGreaterThan(response.Hits[typed.Count].Score!.Value, $"{request}");
            foreach (SearchHit hit in response.Hits.Where((_, i) => i % 7 == 0 || i == typed.Count)) hit.Explain!.Score.ShouldBe(hit.Score!.Value, $"{request} {hit.Id}");
            response.Hits.ShouldAllBe(hit => Math.Abs(Sum(hit.Explain!.Parts) - hit.Score!.Value) <= 1e-5f * hit.Score.Value);
            Pruned(request, 5).ShouldBe(ids.Take(5), $"{request}");
            Pruned(request, typed.Count + 3).ShouldBe(ids.Take(typed.Count + 3), $"{request}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{corrected} corrected, {both} with hits of both kinds");
        corrected.ShouldBeGreaterThan(100);
        both.ShouldBeGreaterThan(30);
    }

    [Theory]
    [InlineData(1f, 0.5f)]
    [InlineData(0.3f, 7.7f)]
    [InlineData(1e-30f, 50f)]
    [InlineData(5f, 5f)]
    public void FactorBelow_AnyScores_TakesTheBestBelowTheWeakest(float weakest, float best)
    {
        float factor = CorrectionTier.FactorBelow(weakest, best);
        factor.ShouldBeInRange(0f, 1f);
        (best * factor).ShouldBeLessThan(weakest);
        if (best >= weakest) (best * factor).ShouldBe(weakest, weakest * 1e-5f);
    }

    private static float Sum(ScoreParts parts) => parts.Text.Value + parts.Pairs.Value + parts.ExactTitle.Value + parts.Quality.Value + parts.Coverage.Value + parts.Recency.Value;

    /// <summary>What the words as typed match, unrelaxed.</summary>
    private IEnumerable<string> Typed(SearchRequest request)
    {
        PreparedSearch prepared = _index.Prepare(request);
        var collector = new HitCollector(_index.Snapshot, SortOrder.Newest, 1000);
        prepared.Searcher.Search(prepared.Query, collector, TestContext.Current.CancellationToken);
        return collector.ToSortedArray().Select(hit => _index.Snapshot.ReadRecord(hit.Doc).Id);
    }

    private string[] Pruned(SearchRequest request, int size)
    {
        PreparedSearch prepared = new SearchExecution(_index.Snapshot, request, TestIndex.Now, TestContext.Current.CancellationToken).PrepareAsRanked();
        var collector = new HitCollector(_index.Snapshot, SortOrder.Relevance, size, countThreshold: 0);
        prepared.Searcher.Search(prepared.Query, collector, TestContext.Current.CancellationToken);
        return [.. collector.ToSortedArray().Select(hit => _index.Snapshot.ReadRecord(hit.Doc).Id)];
    }

    private static SearchRequest Request(Random random) => new()
    {
        Query = string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Word(random))),
        Match = (MatchPolicy)random.Next(3),
        Profile = Profiles[random.Next(Profiles.Length)],
        Sort = random.Next(5) == 0 ? SortOrder.Newest : SortOrder.Relevance,
        Filter = random.Next(4) == 0 ? new ArticleFilter { Types = ["article"] } : ArticleFilter.None,
        Size = 1000,
        Explain = 1,
    };

    private static string Word(Random random)
    {
        string word = SomeArticles.Words[random.Next(20)];
        string typed = random.Next(3) == 0 ? word : Mistyped(word);
        return random.Next(8) == 0 ? $"+{typed}" : random.Next(10) == 0 ? $"({typed} OR {SomeArticles.Words[random.Next(20)]})" : typed;
    }

    /// <summary>Always the same slip for a word, so that it is in some articles too.</summary>
    private static string Mistyped(string word) => new StringBuilder(word).Remove(word.Length - 2, 1).Insert(word.Length - 2, 'q').ToString();

    /// <summary>Articles, a few of which have slips of their own.</summary>
    private static Article[] Articles(Random random) =>
    [
        .. SomeArticles.Many(random, 250),
        .. Enumerable.Range(0, 14).Select(i => SomeArticles.Titled(string.Create(CultureInfo.InvariantCulture, $"slip{i}"), $"{Mistyped(SomeArticles.Words[random.Next(10)])} {SomeArticles.Words[random.Next(20)]}") with
        {
            Quality = random.Next(2) == 0 ? null : random.Next(-5, 190),
            PublishedAt = new DateTimeOffset(2021, 8, 1 + random.Next(28), 0, 0, 0, TimeSpan.Zero),
            Type = "article",
        }),
    ];
}
