using System.Globalization;
using SearchNews.Articles;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Tests.Ranking;

public sealed class TextBonusesTests
{
    private static readonly Article[] Articles =
    [
        SomeArticles.Titled("title", "Cloud storage arrives", "A desert glacier"),
        SomeArticles.Titled("excerpt", "Glacier", "The cloud storage of a desert"),
        SomeArticles.Titled("both", "Cloud storage", "The cloud storage"),
        SomeArticles.Titled("apart", "Storage cloud", "cloud of storage"),
        SomeArticles.Titled("across", "desert cloud", "storage"),
    ];

    [Theory]
    [InlineData("cloud storage", "both:0.5,excerpt:0.35,title:0.5")]
    [InlineData("cloud of storage", "apart:0.35")]
    [InlineData("cloud the storage", "apart:0.35")]
    [InlineData("storage cloud", "apart:0.5")]
    [InlineData("clouds STORAGE", "both:0.5,excerpt:0.35,title:0.5")] // by stems
    public void Search_NeighbouringWords_AddTheirIdf(string query, string expected)
    {
        using TestIndex index = TestIndex.Of(Articles);
        SearchResponse response = index.Search(new SearchRequest { Query = query, Profile = "none", Explain = 1 });
        double idf = (float)Math.Log(1 + ((5 - 5 + 0.5) / 5.5));
        response.Total.Articles.ShouldBe(5);
        string.Join(',', response.Hits.Where(h => h.Explain!.Parts.Pairs.Value > 0).OrderBy(h => h.Id, StringComparer.Ordinal)
            .Select(h => string.Create(CultureInfo.InvariantCulture, $"{h.Id}:{Math.Round(h.Explain!.Parts.Pairs.Value / (2 * idf), 4)}"))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("cloud storage", MatchPolicy.All, 1)]
    [InlineData("cloud storage", MatchPolicy.Any, 1)] // all its words
    [InlineData("cloud storage museum", MatchPolicy.Any, 0.25)]
    [InlineData("cloud storage museum", MatchPolicy.All, 0.25)] // relaxed
    public void Search_WordsMissing_PairsCountAQuarter(string query, MatchPolicy match, double factor)
    {
        using TestIndex index = TestIndex.Of([.. Articles, SomeArticles.Titled("museum", "museum")]);
        SearchHit hit = index.Search(new SearchRequest { Query = query, Match = match, Profile = "none", Explain = 1 }).Hits.Single(h => h.Id == "both");
        hit.Explain!.Parts.Pairs.Value.ShouldBe((float)(factor * 0.5 * 2 * (float)Math.Log(1 + ((6 - 5 + 0.5) / 5.5))));
    }

    [Theory]
    [InlineData("cloud storage", "both")]
    [InlineData("the CLOUD of storages", "both")]
    [InlineData("storage cloud", "apart")]
    [InlineData("\"Cloud storage\"", "both")]
    [InlineData("Cloud (storage)", "both")]
    [InlineData("+cloud +storage", "both")]
    [InlineData("glacier", "excerpt")]
    [InlineData("cloud storage arrives site:nasa.gov", "")]
    [InlineData("glacier -museum", "excerpt")]
    [InlineData("glacier type:none OR glacier", "")]
    [InlineData("cloud", "")]
    [InlineData("cloud cloud storage", "")]
    [InlineData("title:cloud storage", "")]
    public void Search_WholeTitle_AddsAQuarterOfLnN(string query, string expected)
    {
        using TestIndex index = TestIndex.Of(Articles);
        SearchResponse response = index.Search(new SearchRequest { Query = query, Match = MatchPolicy.Any, Profile = "none", Explain = 1 });
        SearchHit[] exact = [.. response.Hits.Where(h => h.Explain!.Parts.ExactTitle.Value > 0)];
        string.Join(',', exact.Select(h => h.Id)).ShouldBe(expected);
        foreach (SearchHit hit in exact) hit.Explain!.Parts.ExactTitle.Value.ShouldBe((float)(0.25 * Math.Log(6)));
    }

    [Theory]
    [InlineData(39)]
    [InlineData(40)]
    [InlineData(41)]
    [InlineData(70)]
    public void Search_LongTitle_IsToldFromOneWithAWordMore(int words)
    {
        // From 40 words on the norm stands for several lengths.
        string title = string.Join(' ', Enumerable.Range(0, words).Select(i => $"w{i}x"));
        using TestIndex index = TestIndex.Of(SomeArticles.Titled("exact", title), SomeArticles.Titled("longer", title + " more"), SomeArticles.Titled("repeated", title + " w0x"));
        SearchResponse response = index.Search(new SearchRequest { Query = title, Profile = "none", Explain = 1 });
        response.Hits.Where(h => h.Explain!.Parts.ExactTitle.Value > 0).Select(h => h.Id).ShouldBe(["exact"]);
        response.Hits[0].Id.ShouldBe("exact");
    }

    [Fact]
    public void Search_Classic_HasNoBonus()
    {
        using TestIndex index = TestIndex.Of(Articles);
        SearchResponse response = index.Search(new SearchRequest { Query = "cloud storage", Profile = "classic", Explain = 1 });
        response.Hits.ShouldAllBe(h => h.Explain!.Parts.Pairs.Value == 0 && h.Explain!.Parts.ExactTitle.Value == 0);
        index.Prepare(new SearchRequest { Query = "cloud storage", Profile = "classic" }).Bonuses.AreZero.ShouldBeTrue();
    }
}
