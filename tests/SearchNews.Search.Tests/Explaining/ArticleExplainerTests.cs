using SearchNews.Search.Embedded;
using SearchNews.Search.Explaining;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Tests.Explaining;

public sealed class ArticleExplainerTests : IDisposable
{
    private static readonly string[] Profiles = ["balanced", "fresh", "archive", "popular", "none", "classic"];

    private readonly TestIndex _index = TestIndex.Of(SomeArticles.Many(Seeds.Of(Seeds.Default, 3), 120), segments: 3);

    private TestIndex? SomeArticlesOfMachines { get; set; }

    public void Dispose()
    {
        _index.Dispose();
        SomeArticlesOfMachines?.Dispose();
    }

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
    public void Explain_RandomPairs_PartsAddUpAndEqualTheRank()
    {
        Random random = Seeds.Random(7);
        int matching = 0;
        int withBonus = 0;
        for (int round = 0; round < LongTier.Rounds(fast: 1000, full: 10_000); round++)
        {
            SearchNews.Articles.Article article = _index.Articles[random.Next(_index.Articles.Count)];
            string query = random.Next(3) switch { 0 => article.Title, 1 => $"{article.Title} {SomeArticles.Text(random, 1)}", _ => SomeArticles.Text(random, random.Next(1, 5)) };
            var request = new SearchRequest { Query = query, Match = (MatchPolicy)random.Next(3), Profile = Profiles[random.Next(Profiles.Length)], Sort = SortOrder.Relevance };
            PreparedSearch prepared = _index.Prepare(request);
            int doc = _index.Snapshot.FindDocument(article.Id);
            ExplainResponse explained = new ArticleExplainer(prepared).Explain(new ExplainRequest(request, article.Id), doc, other: -1);
            AddsUp(explained);
            var collector = new HitCollector(_index.Snapshot, SortOrder.Relevance, _index.Articles.Count);
            prepared.Searcher.Search(prepared.Query, collector, TestContext.Current.CancellationToken);
            RankedHit[] hits = [.. collector.ToSortedArray().Where(hit => hit.Doc == doc)];
            explained.Matches.ShouldBe(hits.Length == 1, $"{request}");
            if (hits.Length == 0) continue;
            matching++;
            if (explained.Parts.Pairs.Value > 0 || explained.Parts.ExactTitle.Value > 0) withBonus++;
            ((double)explained.Score).ShouldBe(hits[0].Key, $"{request}");
        }

        matching.ShouldBeGreaterThan(300);
        withBonus.ShouldBeGreaterThan(100);
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
    public async Task Explain_NeighboursAndTitle_AreNamed()
    {
        using TestIndex index = TestIndex.Of(
            SomeArticles.Titled("a", "Machine learning of wolves"),
            SomeArticles.Titled("b", "Wolves", "A wolf is learning machine learning"),
            SomeArticles.Titled("c", "Learning machine", "wolf"));
        var request = new SearchRequest { Query = "machine learning of wolves", Profile = "none" };
        ExplainResponse explained = (await index.Backend.ExplainAsync(new ExplainRequest(request, "a", "b"), TestContext.Current.CancellationToken))!;
        explained.Parts.Pairs.Why.ShouldMatch(@"^'machine learning' in the title \(\+0\.\d\d\) and 'learning … wolves' in the title \(\+0\.\d\d\), as in the query$");
        explained.Parts.ExactTitle.Why.ShouldBe("the query is the title");
        explained.Versus!.Parts.Pairs.Why.ShouldMatch(@"^'machine learning' in the excerpt \(\+0\.\d\d\), as in the query$");
        explained.Versus.Parts.ExactTitle.Why.ShouldBe("the query is not the whole title");
        explained.Versus.Sentence.ShouldMatch(@"^'a' is \d\.\d\d ahead, above all because the query is its title \(\+\d\.\d\d\)\.$");
        ExplainResponse third = (await index.Backend.ExplainAsync(new ExplainRequest(request with { Query = "machine learning wolves" }, "b", "c"), TestContext.Current.CancellationToken))!;
        third.Versus!.Parts.Pairs.Why.ShouldBe("no neighbouring words of the query stand together");
        ExplainResponse single = (await index.Backend.ExplainAsync(new ExplainRequest(request with { Query = "machine" }, "b"), TestContext.Current.CancellationToken))!;
        single.Parts.Pairs.Why.ShouldBe("the query has no neighbouring words that count together");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ExplainHit_ManyHits_BindsTheQueryOnce(int level)
    {
        PreparedSearch prepared = _index.Prepare(new SearchRequest { Query = "azure~2 cloud~2", Match = MatchPolicy.Any });
        var counting = new CountingQuery(prepared.TextQuery);
        var explainer = new ArticleExplainer(prepared with { TextQuery = counting });
        int hits = 0;
        for (int doc = 0; doc < 120; doc++)
        {
            if (explainer.ExplainHit(doc, _index.Snapshot.ReadRecord(doc), level, CancellationToken.None).Parts.Text.Value > 0) hits++;
        }

        hits.ShouldBeGreaterThan(20);
        (counting.Count.Weights, counting.Count.Rewrites).ShouldBe((1, 2), "one rewriting changes it, the second finds nothing to do");
    }

    [Fact]
    public void ExplainHit_Canceled_Ends()
    {
        var explainer = new ArticleExplainer(_index.Prepare(new SearchRequest { Query = "azure" }));
        Should.Throw<OperationCanceledException>(() => explainer.ExplainHit(0, _index.Snapshot.ReadRecord(0), 1, new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("\"machine learning\"", "it lacks 'machine learning'")]
    [InlineData("\"learning machine\" wolf*", "it lacks 'learning machine' and 'wolf*'")]
    [InlineData("title:\"machine learning\"", "it lacks 'machine learning'")]
    [InlineData("+wolf* +machine", "it lacks 'wolf*'")]
    [InlineData("+wolfpack~ +machine", "it lacks 'wolfpack~1'")]
    [InlineData("+(wolf OR bear) +machine", "it lacks 'wolf' and 'bear'")]
    [InlineData("+(wolf OR machine) +bear", "it lacks 'bear'")]
    [InlineData("+(wolf AND machine) +learns", "it lacks 'wolf'")]
    [InlineData("+state-of-the-art +learn*", "it lacks 'state-of-the-art'")]
    [InlineData("+title:learn +machine", "it lacks 'learn'")]
    [InlineData("machine AND (learn -machine)", "a filter or an excluded word keeps it out")]
    [InlineData("+machine +(learn site:nasa.gov)", "a filter or an excluded word keeps it out")]
    [InlineData("machine site:nasa.gov", "a filter or an excluded word keeps it out")]
    [InlineData("machine -learn", "a filter or an excluded word keeps it out")]
    public async Task Explain_ArticleThatDoesNotMatch_SaysWhatKeepsItOut(string query, string reason)
    {
        SomeArticlesOfMachines ??= TestIndex.Of(
            SomeArticles.Titled("a", "Machines", "A machine that is learning"),
            SomeArticles.Titled("b", "The wolfpack of state-of-the-art wolves learns", "machine learning learning machine") with { Provider = new SearchNews.Articles.ArticleProvider("N", "nasa.gov") });
        ExplainResponse missing = await Explain(SomeArticlesOfMachines, new SearchRequest { Query = query }, "a");
        missing.Matches.ShouldBeFalse();
        missing.Sentence.ShouldContain($": {reason}. ");
        missing.Terms!.Sum(t => t.Value).ShouldBe(missing.Parts.Text.Value, 1e-5f);
    }

    [Theory]
    [InlineData("comet", "comet:text")]
    [InlineData("comet comet", "comet:text")]
    [InlineData("comet comets", "comet:text")]
    [InlineData("\"cold comet\"", "\"cold comet\":words")]
    [InlineData("com*", "com*:words")]
    [InlineData("cometz~", "comet:words")]
    [InlineData("commet~2 cold", "comet:words cold:text")]
    [InlineData("title:comet comet", "comet:title comet:text")]
    [InlineData("re:comet", "re:comet:text re:text comet:text")]
    [InlineData("cold -desert", "cold:text")]
    [InlineData("cold OR site:nasa.gov", "cold:text")]
    [InlineData("cold OR (comet desert)", "cold:text comet:text desert:text")]
    [InlineData("the", "the:words")]
    public void Explain_Terms_AreWhatTheQueryScoresBy(string query, string terms)
    {
        using TestIndex index = TestIndex.Of(SomeArticles.Titled("a", "The comet", "re comet, an cold comet"), SomeArticles.Titled("b", "Desert", "comets of the desert"));
        ScoreExplanation explanation = index.Search(new SearchRequest { Query = query, Explain = 2 }).Hits.Single(h => h.Id == "a").Explain!;
        string.Join(' ', explanation.Terms!.Select(t => $"{t.Term}:{t.Field}")).ShouldBe(terms);
        ((float)explanation.Terms!.Sum(t => (double)t.Value)).ShouldBe(explanation.Parts.Text.Value, explanation.Parts.Text.Value * 1e-5f);
        explanation.Terms!.ShouldAllBe(t => t.Tf == 0 || t.DocFreq > 0);
    }

    [Fact]
    public void Explain_AnyQuery_TermsAddUpToTheText()
    {
        Random random = Seeds.Random(2);
        string[] forms = ["{0}", "{0}", "{0} {0}", "\"{0} azure\"", "{1}*", "{0}~", "{0}x~2", "title:{0}", "({0} OR azure)", "({0} AND azure) OR cloud", "+{0}", "-{0}", "({0} -site:nasa.gov)"];
        int explained = 0;
        for (int round = 0; round < 300; round++)
        {
            string query = string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ =>
            {
                string word = SomeArticles.Words[random.Next(20)];
                return string.Format(System.Globalization.CultureInfo.InvariantCulture, forms[random.Next(forms.Length)], word, word[..3]);
            }));
            var request = new SearchRequest { Query = query, Match = (MatchPolicy)random.Next(3), Profile = Profiles[random.Next(Profiles.Length)], Size = 5, Explain = 2 };
            foreach (SearchHit hit in _index.Search(request).Hits)
            {
                float text = hit.Explain!.Parts.Text.Value;
                ((float)hit.Explain.Terms!.Sum(t => (double)t.Value)).ShouldBe(text, Math.Max(text, 1) * 1e-5f, $"{query} {request.Match} {request.Profile} {hit.Id}");
                explained++;
            }
        }

        explained.ShouldBeGreaterThan(300);
    }

    [Fact]
    public async Task Explain_VersusOfEqualScores_SaysWhichIsFirst()
    {
        using TestIndex index = TestIndex.Of(
            SomeArticles.Titled("a", "comet") with { PublishedAt = TestIndex.Now },
            SomeArticles.Titled("b", "comet") with { PublishedAt = TestIndex.Now.AddDays(1) },
            SomeArticles.Titled("c", "comet") with { PublishedAt = TestIndex.Now.AddDays(1) },
            SomeArticles.Titled("d", "comet"),
            SomeArticles.Titled("e", "desert") with { PublishedAt = TestIndex.Now });
        async Task<string> Compare(string id, string other, string query = "comet") =>
            (await index.Backend.ExplainAsync(new ExplainRequest(new SearchRequest { Query = query, Profile = "none" }, id, other), TestContext.Current.CancellationToken))!.Versus!.Sentence;

        (await Compare("a", "b")).ShouldBe("Both have the same score; 'b' is newer and comes first.");
        (await Compare("b", "a")).ShouldBe("Both have the same score; 'b' is newer and comes first.");
        (await Compare("d", "a")).ShouldBe("Both have the same score; 'a' is newer and comes first.");
        (await Compare("c", "b")).ShouldBe("Both have the same score and date; 'b' comes first by its id.");
        (await Compare("a", "a")).ShouldBe("Both are the same article.");
        (await Compare("a", "e", "desert glacier")).ShouldBe("Only 'e' matches the query.");
        (await Compare("a", "e", "glacier")).ShouldBe("Neither matches the query.");
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

    private static async Task<ExplainResponse> Explain(TestIndex index, SearchRequest request, string id) =>
        (await index.Backend.ExplainAsync(new ExplainRequest(request, id), TestContext.Current.CancellationToken))!;

    private static void AddsUp(ScoreExplanation explanation)
    {
        ScoreParts p = explanation.Parts;
        (p.Text.Value + p.Pairs.Value + p.ExactTitle.Value + p.Quality.Value + p.Coverage.Value + p.Recency.Value).ShouldBe(explanation.Score);
    }
}
