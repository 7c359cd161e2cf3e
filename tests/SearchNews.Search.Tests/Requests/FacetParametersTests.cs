using SearchNews.Search.Facets;
using SearchNews.Search.Requests;

namespace SearchNews.Search.Tests.Requests;

public sealed class FacetParametersTests
{
    [Theory]
    [InlineData("topic,provider, topic", new[] { FacetField.Topic, FacetField.Provider })]
    [InlineData("", new FacetField[0])]
    public void Parse_Facets_AreEachOnceInTheOrderGiven(string text, FacetField[] expected) =>
        SearchParameters.Parse([KeyValuePair.Create("facets", text), KeyValuePair.Create("facets", ",")], TestIndex.Now).Facets.ShouldBe(expected);
}
