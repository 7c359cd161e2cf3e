using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Tests.Explaining;

public sealed class ArticleExplainerTests : IDisposable
{
    private static readonly string[] Profiles = ["balanced", "fresh", "archive", "popular", "none", "classic"];

    private readonly TestIndex _index = TestIndex.Of(SomeArticles.Many(Seeds.Of(Seeds.Default, 3), 120), segments: 3);

    public void Dispose() => _index.Dispose();

    [Fact]
    public async Task Explain_AnyHit_PartsAddUpToTheRankedScore()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 40; round++)
        {
            var request = new SearchRequest
            {
                Query = round % 4 == 0 ? QuerySyntax.RandomTexts.Any(random) : SomeArticles.Text(random, random.Next(1, 5)),
                Match = (MatchPolicy)random.Next(3),
                Profile = Profiles[random.Next(Profiles.Length)],
                Size = 15,
                Explain = 1 + random.Next(2),
                Sort = SortOrder.Relevance,
            };
            foreach (SearchHit hit in _index.Search(request).Hits)
            {
                AddsUp(hit.Explain!);
                hit.Explain!.Score.ShouldBe(hit.Score!.Value, $"{request.Query} {hit.Id}");
            }

            foreach (SearchHit hit in _index.Search(request).Hits.Take(2))
            {
                ExplainResponse explained = (await _index.Backend.ExplainAsync(new ExplainRequest(request, hit.Id), TestContext.Current.CancellationToken))!;
                (explained.Matches, explained.Score).ShouldBe((true, hit.Score!.Value), $"{request.Query} {hit.Id}");
            }
        }
    }

    [Fact]
    public async Task Explain_ArticleThatDoesNotMatch_NamesTheMissingWords()
    {
        using TestIndex index = TestIndex.Of(SomeArticles.Titled("a", "comet island"), SomeArticles.Titled("b", "desert", "comet"));
        foreach (string profile in (string[])["balanced", "classic"])
        {
            ExplainResponse missing = (await index.Backend.ExplainAsync(new ExplainRequest(new SearchRequest { Query = "+comet +island", Profile = profile }, "b", "a"), TestContext.Current.CancellationToken))!;
            missing.Matches.ShouldBeFalse();
            missing.Sentence.ShouldContain("it lacks 'island'");
            missing.Sentence.ShouldNotContain("'comet'");
            missing.Parts.Text.Value.ShouldBe(0);
            missing.Versus!.Sentence.ShouldBe("Only 'a' matches the query.");
        }
    }

    [Fact]
    public async Task Explain_Versus_SaysWhatDecides()
    {
        using TestIndex index = TestIndex.Of(
            SomeArticles.Titled("a", "comet") with { Quality = 190, PublishedAt = TestIndex.Now.AddDays(-1) },
            SomeArticles.Titled("b", "comet") with { Quality = 190, PublishedAt = TestIndex.Now.AddDays(-300) });
        ExplainResponse explained = (await index.Backend.ExplainAsync(new ExplainRequest(new SearchRequest { Query = "comet" }, "b", "a"), TestContext.Current.CancellationToken))!;
        explained.Versus!.Sentence.ShouldStartWith("'a' is ");
        explained.Versus.Sentence.ShouldContain("above all by recency (+");
        explained.Versus.Score.ShouldBeGreaterThan(explained.Score);
        explained.Terms!.ShouldHaveSingleItem().ShouldSatisfyAllConditions(t => t.Term.ShouldBe("comet"), t => t.Tf.ShouldBe(2), t => t.DocFreq.ShouldBe(2), t => t.Value.ShouldBe(explained.Parts.Text.Value));
        (await index.Backend.ExplainAsync(new ExplainRequest(new SearchRequest { Query = "comet" }, "none"), TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    private static void AddsUp(ScoreExplanation explanation)
    {
        ScoreParts p = explanation.Parts;
        (p.Text.Value + p.Pairs.Value + p.ExactTitle.Value + p.Quality.Value + p.Coverage.Value + p.Recency.Value).ShouldBe(explanation.Score);
    }
}
