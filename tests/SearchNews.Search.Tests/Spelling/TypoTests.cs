using SearchNews.Articles;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Tests.Spelling;

/// <summary>What is found, reported and suggested for mistyped words.</summary>
public sealed class TypoTests : IDisposable
{
    private readonly TestIndex _index = TestIndex.Of(Articles());

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("kubernutes", "kubernetes", "a word that no article has")]
    [InlineData("kubernutese", "kubernetes", "a swap")]
    [InlineData("kubrnets", null, "two letters are wrong, eight are too few")]
    [InlineData("kubrnetse", "kubernetes", "two letters are wrong of nine")]
    [InlineData("gubernetes", null, "the first letter is right")]
    [InlineData("clud", null, "four letters are too few")]
    [InlineData("clouf", "cloud", "one letter of five")]
    [InlineData("kubernet3s", null, "never in words with digits")]
    [InlineData("\"kubernutes cluster\"", null, "not in quotes")]
    [InlineData("kubernutes*", null, "not in prefixes")]
    [InlineData("cloud -kubernutes", null, "not in excluded words")]
    [InlineData("cloud NOT kubernutes", null, "not in excluded words")]
    [InlineData("topic:kubernutes", null, "not in conditions")]
    [InlineData("title:kubernutes", "title:kubernetes", "in fields too")]
    [InlineData("kubernutes clustre", "kubernetes cluster", "every word")]
    [InlineData("+kubernutes (clustre OR docker)", "+kubernetes (cluster OR docker)", "in groups and alternatives")]
    [InlineData("Kubernutes", "kubernetes", "as it is in the index")]
    [InlineData("the kubernutes", "the kubernetes", "stop words stay")]
    [InlineData("kubernetes", null, "what is there is right")]
    [InlineData("containerd", "containers", "whole words, not stems")]
    [InlineData("zzzzzzzzz", null, "nothing is near")]
    public void Search_Query_IsCorrectedByTheRules(string query, string? corrected, string reason)
    {
        SearchResponse response = _index.Search(query);

        response.Meta.Query!.Corrected.ShouldBe(corrected, reason);
        response.DidYouMean.ShouldBe(corrected, reason);
        if (corrected is not null) response.Hits.Select(hit => hit.Id).ShouldBe(_index.Search(corrected).Hits.Select(hit => hit.Id), ignoreOrder: true, reason);
    }

    [Fact]
    public void Search_TypoOff_OnlySuggests()
    {
        SearchResponse response = _index.Search(new SearchRequest { Query = "kubernutes", Typo = TypoPolicy.Off });

        response.Hits.ShouldBeEmpty();
        response.Meta.Query!.Corrected.ShouldBeNull();
        response.DidYouMean.ShouldBe("kubernetes");
    }

    [Fact]
    public void Search_WordsThatGoTogether_DecideBetweenEquallyNearOnes()
    {
        // "planes" is in more articles, but never beside a rover.
        using TestIndex index = TestIndex.Of(
        [
            SomeArticles.Titled("rover", "rover lands on planet"),
            .. Enumerable.Range(0, 9).Select(i => SomeArticles.Titled($"plane{i}", "planes depart")),
        ]);

        index.Search("planex").DidYouMean.ShouldBe("planes");
        index.Search("rover planex").DidYouMean.ShouldBe("rover planet");
    }

    [Fact]
    public void Search_RareMisspellingInTheIndex_AddsTheBetterSpellingBelow()
    {
        SearchResponse response = _index.Search("kubernettes");

        response.Meta.Query!.Corrected.ShouldBe("kubernetes");
        response.Hits[0].Id.ShouldBe("misspelt");
        response.Hits.Count.ShouldBe(1 + 12);
        response.Hits[0].Score!.Value.ShouldBeGreaterThan(response.Hits[1].Score!.Value);
        _index.Search(new SearchRequest { Query = "kubernettes", Typo = TypoPolicy.Off }).Hits[0].Id.ShouldBe("misspelt");
    }

    [Fact]
    public void Search_FewHitsForAFilterOnly_IsNoTypo()
    {
        SearchResponse response = _index.Search(new SearchRequest { Query = "cloud", Filter = new ArticleFilter { Sites = ["nowhere.example"] } });

        (response.Total.Articles, response.DidYouMean).ShouldBe((0, null));
    }

    [Fact]
    public void Search_CorrectionFindsTooLittle_IsRelaxedAfterwards()
    {
        SearchResponse response = _index.Search("kubernutes violin");

        (response.Meta.Relaxed, response.Meta.Query!.Corrected).ShouldBe((true, "kubernetes violin"));
        response.Hits[0].Id.ShouldBe("violin");
        response.Hits.Count.ShouldBe(1 + 12);

        SearchResponse enough = _index.Search("kubernutes cluster");
        (enough.Meta.Relaxed, enough.Total.Articles).ShouldBe((false, 12));
    }

    [Fact]
    public async Task Explain_CorrectedHit_NamesBothSpellingsAndKeepsTheScore()
    {
        var request = new SearchRequest { Query = "kubernettes", Explain = 2, Weights = new PriorOverrides(2, 2, 2) };
        SearchResponse response = _index.Search(request);
        SearchHit hit = response.Hits[1];

        hit.Explain!.Terms!.Select(term => term.Term).ShouldBe(["kubernett", "kubernet"]);
        hit.Explain.Sentence.ShouldEndWith("It was lowered to stay below what was found as typed.");
        ExplainResponse explained = (await _index.Backend.ExplainAsync(new ExplainRequest(request, hit.Id), TestContext.Current.CancellationToken))!;
        explained.Score.ShouldBe(hit.Score!.Value);
        explained.Matches.ShouldBeTrue();
    }

    private static Article[] Articles() =>
    [
        .. Enumerable.Range(0, 12).Select(i => SomeArticles.Titled($"kube{i:D2}", $"kubernetes cluster {i}", "cloud containers with docker") with { Quality = 190, Heat = 900, PublishedAt = TestIndex.Now }),
        .. Enumerable.Range(0, 12).Select(i => SomeArticles.Titled($"cloud{i:D2}", $"cloud storage {i}")),
        SomeArticles.Titled("misspelt", "kubernettes explained"),
        SomeArticles.Titled("violin", "violin concert"),
    ];
}
