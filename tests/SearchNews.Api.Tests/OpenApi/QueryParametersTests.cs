using System.Globalization;
using SearchNews.Api.OpenApi;
using SearchNews.Search;
using SearchNews.Search.Requests;

namespace SearchNews.Api.Tests.OpenApi;

/// <summary>What the description says of parameters is what the parser does.</summary>
public sealed class QueryParametersTests
{
    private static readonly string[] OfExplain = ["id", "vs"];

    [Fact]
    public void Names_AreThoseOfTheParser()
    {
        QueryParameters.Search.Select(p => p.Name).ShouldBe(SearchParameters.Known);
        QueryParameters.Explain.Select(p => p.Name).ShouldBe([.. OfExplain, .. SearchParameters.Known.Where(name => name is not ("cursor" or "fields"))]);
        foreach (QueryParameter parameter in QueryParameters.Similar) ParseSimilar(parameter.Name, parameter.Minimum ?? "1");
        foreach (QueryParameter parameter in QueryParameters.Stories) ParseStories(parameter.Name, parameter.Example ?? parameter.Default!.ToString());
    }

    [Fact]
    public void Choices_AreTaken()
    {
        foreach (QueryParameter parameter in QueryParameters.Search.Where(p => p.Choices is not null))
        {
            foreach (string choice in parameter.Choices!) ParseSearch(parameter.Name, choice);
            Should.Throw<InvalidRequestException>(() => ParseSearch(parameter.Name, "nonsense")).Errors.Keys.ShouldBe([parameter.Name]);
        }
    }

    [Fact]
    public void Bounds_AreThoseOfTheParser()
    {
        foreach (QueryParameter parameter in QueryParameters.Search) CheckBounds(parameter, ParseSearch);
        foreach (QueryParameter parameter in QueryParameters.Similar) CheckBounds(parameter, ParseSimilar);
        foreach (QueryParameter parameter in QueryParameters.Stories) CheckBounds(parameter, ParseStories);
    }

    [Fact]
    public void Defaults_AreThoseOfTheRequest()
    {
        var request = new SearchRequest();
        Default("size").ShouldBe(request.Size.ToString(CultureInfo.InvariantCulture));
        Default("page").ShouldBe(request.Page.ToString(CultureInfo.InvariantCulture));
        Default("explain").ShouldBe(request.Explain.ToString(CultureInfo.InvariantCulture));
        Default("match").ShouldBe(request.Match.ToString().ToLowerInvariant());
        Default("visibility").ShouldBe(request.Filter.Visibility.ToString().ToLowerInvariant());
        Default("profile").ShouldBe(request.Profile);
        Default("group").ShouldBe(request.Group.ToString().ToLowerInvariant());
    }

    [Fact]
    public void Examples_AreTaken()
    {
        foreach (QueryParameter parameter in QueryParameters.Search.Where(p => p.Example is not null)) ParseSearch(parameter.Name, parameter.Example!);
    }

    [Fact]
    public void With_OwnProfiles_NamesThemInSearchAndExplain()
    {
        var own = new SearchNews.Search.Ranking.RankingProfile { Name = "mine" };

        foreach (IReadOnlyList<QueryParameter> parameters in (IReadOnlyList<QueryParameter>[])[QueryParameters.Search, QueryParameters.Explain])
        {
            parameters.With([own]).Single(p => p.Name == "profile").Choices!.ShouldBe([.. parameters.Single(p => p.Name == "profile").Choices!, "mine"]);
            parameters.With([own]).Select(p => p.Name).ShouldBe(parameters.Select(p => p.Name));
        }
    }

    private static void CheckBounds(QueryParameter parameter, Action<string, string> parse)
    {
        if (parameter.Minimum is { } minimum) CheckBound(parameter, minimum, -1, parse);
        if (parameter.Maximum is { } maximum) CheckBound(parameter, maximum, +1, parse);
    }

    private static void CheckBound(QueryParameter parameter, string bound, int beyond, Action<string, string> parse)
    {
        // The highest page is only within the depth limit at one hit a page.
        if (parameter.Name == "page" && beyond > 0) return;
        parse(parameter.Name, bound);
        string outside = (int.Parse(bound, CultureInfo.InvariantCulture) + beyond).ToString(CultureInfo.InvariantCulture);
        Should.Throw<InvalidRequestException>(() => parse(parameter.Name, outside)).Errors.Keys.ShouldBe([parameter.Name]);
    }

    private static string? Default(string name) => QueryParameters.Search.Single(p => p.Name == name).Default?.ToString();

    private static void ParseSearch(string name, string value) => SearchParameters.Parse([KeyValuePair.Create(name, value)], FakeBackend.Now);

    private static void ParseStories(string name, string value) => SearchParameters.ParseStories([KeyValuePair.Create(name, value)], FakeBackend.Now);

    private static void ParseSimilar(string name, string value) => SearchParameters.ParseSimilar("x", [KeyValuePair.Create(name, value)]);
}
