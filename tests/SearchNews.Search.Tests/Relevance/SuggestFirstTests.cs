using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Tests.Relevance;

/// <summary>Beginnings whose first completion is beyond doubt on the sample articles, and why.</summary>
public sealed class SuggestFirstTests(MustBeFirstTests.Articles articles) : IClassFixture<MustBeFirstTests.Articles>
{
    [Theory]
    [InlineData("voy", SuggestionKind.Term, "voyager", "the only subject that begins so")]
    [InlineData("mars per", SuggestionKind.Term, "mars perseverance", "the rover, not a period")]
    [InlineData("MARS PER", SuggestionKind.Term, "MARS perseverance", "what was typed stays as typed")]
    [InlineData("gravitational wa", SuggestionKind.Term, "gravitational waves", "the plural is what articles write")]
    [InlineData("james we", SuggestionKind.Term, "james webb", "the words before decide, not the frequency of web")]
    [InlineData("chandr", SuggestionKind.Term, "chandrayaan", "a name from its first letters")]
    [InlineData("british li", SuggestionKind.Term, "british library", "as people go on")]
    [InlineData("museu da lin", SuggestionKind.Term, "museu da l\u00edngua", "accents need not be typed")]
    [InlineData("jan sni", SuggestionKind.Term, "jan \u015bniadecki", "nor at the beginning of a word")]
    [InlineData("perserv", SuggestionKind.Term, "perseverance", "a letter too many")]
    [InlineData("ransomeware", SuggestionKind.Term, "ransomware", "a letter too many in a whole word")]
    [InlineData("chandaryaan", SuggestionKind.Term, "chandrayaan", "two letters swapped")]
    [InlineData("\"black ho", SuggestionKind.Term, "\"black holes\"", "four articles write the plural, three the singular; an open quotation is closed")]
    [InlineData("rosetta stone", SuggestionKind.Headline, "Rosetta Stone: two hundred years since Champollion read the hieroglyphs", "all words of the title")]
    [InlineData("first image of a bl", SuggestionKind.Headline, "First image of a black hole shows the shadow in galaxy M87", "with stop words, as typed from the title")]
    [InlineData("javascript tur", SuggestionKind.Headline, "JavaScript turns 30", "a short title")]
    public async Task Suggest_Typed_HasTheExpectedFirst(string typed, SuggestionKind kind, string first, string reason)
    {
        SuggestResponse response = await articles.Sample.SuggestAsync(new SuggestRequest(typed), TestContext.Current.CancellationToken);

        response.Suggestions.FirstOrDefault(s => s.Kind == kind)?.Text.ShouldBe(first, $"{reason}\n{string.Join('\n', response.Suggestions)}");
        response.Suggestions.ShouldContain(s => s.Kind == kind, $"{reason}\n{string.Join('\n', response.Suggestions)}");
    }
}
