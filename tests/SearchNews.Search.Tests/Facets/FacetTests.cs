using System.Globalization;
using SearchNews.Articles;
using SearchNews.Search.Facets;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Tests.Facets;

public sealed class FacetTests : IDisposable
{
    private static readonly Article[] Articles = SomeArticles.Many(Seeds.Of(Seeds.Current, 41), 400);
    private static readonly StoryGroups Stories = Grouped(Seeds.Of(Seeds.Current, 43));
    private static readonly FacetField[] All = Enum.GetValues<FacetField>();

    private readonly TestIndex _index = TestIndex.Of(Articles, segments: 3, Stories);

    public void Dispose() => _index.Dispose();

    [Fact]
    public void Search_Facets_AreThoseCountedOneByOne()
    {
        Random random = Seeds.Random(42);
        for (int round = 0; round < 60; round++)
        {
            HitGrouping group = random.Next(2) == 0 ? HitGrouping.Story : HitGrouping.None;
            var request = new SearchRequest { Query = random.Next(4) == 0 ? null : SomeArticles.Text(random, 2), Match = MatchPolicy.Any, Group = group, Facets = All, Size = 1 };
            Dictionary<string, Article> articles = _index.Articles.ToDictionary(a => a.Id, StringComparer.Ordinal);
            SearchResponse all = _index.Search(request with { Size = 1000, Group = HitGrouping.None });
            Article[] found = [.. all.Hits.Select(hit => articles[hit.Id])];
            string StoryOf(Article article) => group == HitGrouping.None ? article.Id : all.Hits.Single(hit => hit.Id == article.Id).Story?.Id ?? article.Id;

            IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> facets = _index.Search(request).Facets!;

            facets.Keys.ShouldBe(["category", "month", "provider", "topic", "type"]);
            foreach (FacetField field in All)
            {
                string[] expected = [.. found.SelectMany(article => Values(article, field).Select(value => (Value: value.ToUpperInvariant(), Story: StoryOf(article))))
                    .Distinct().GroupBy(pair => pair.Value, pair => pair.Story, StringComparer.Ordinal).Select(values => $"{values.Key} {values.Count()}").Order(StringComparer.Ordinal)];
                IReadOnlyList<FacetValue> actual = facets[field.ToString().ToLowerInvariant()];
                actual.Select(value => $"{value.Value.ToUpperInvariant()} {value.Count}").Order(StringComparer.Ordinal).ToArray().ShouldBe(expected, $"{request.Query} {field}");
                if (field != FacetField.Month) actual.Select(value => value.Count).ShouldBe(actual.Select(value => value.Count).OrderDescending());
            }
        }
    }

    [Fact]
    public async Task Count_OneField_GivesWhatTheSearchDoes()
    {
        var search = new SearchRequest { Query = SomeArticles.Words[3] };

        FacetResponse response = await _index.Backend.CountFacetAsync(new FacetRequest(FacetField.Topic, search), TestContext.Current.CancellationToken);

        response.Field.ShouldBe("topic");
        response.Values.ShouldBe(_index.Search(search with { Facets = [FacetField.Topic] }).Facets!["topic"]);
        response.Values.ShouldNotBeEmpty();
    }

    [Fact]
    public void Search_SpellingsThatDifferInCase_AreOneValueInTheUsualSpelling()
    {
        using TestIndex index = TestIndex.Of([.. new[] { "SPACE", "Space", "Space" }.Select((topic, i) => SomeArticles.Titled($"a{i}", $"comet {i}") with { Topics = [topic] })]);

        index.Search(new SearchRequest { Facets = [FacetField.Topic] }).Facets!["topic"].ShouldBe([new FacetValue("Space", 3)]);
    }

    [Fact]
    public void Search_WithoutFacets_HasNone() => _index.Search(new SearchRequest()).Facets.ShouldBeNull();

    private static IEnumerable<string> Values(Article article, FacetField field) => field switch
    {
        FacetField.Provider => Of(article.Provider?.Domain),
        FacetField.Topic => article.Topics,
        FacetField.Type => Of(article.Type),
        FacetField.Category => Of(article.Category),
        _ => Of(article.PublishedAt?.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture)),
    };

    private static IEnumerable<string> Of(string? value) => string.IsNullOrEmpty(value) ? [] : [value];

    // Stories of up to eight articles that lie apart, in one segment or several.
    private static StoryGroups Grouped(Random random)
    {
        var stories = new StoryGroups();
        for (int i = 50; i < Articles.Length; i++)
        {
            if (random.Next(2) == 0) stories.Set(Articles[i].Id, Articles[i % 50].Id);
        }

        return stories;
    }
}
