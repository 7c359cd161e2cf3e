using System.Text.Json;
using SearchNews.Search.Requests;

namespace SearchNews.Api.Tests.Contract;

/// <summary>Every parameter of a search on every route that takes it.</summary>
public sealed class ParameterContractTests(ContractFixture fixture)
{
    private static readonly string[] OfSearch = ["/v1/search", "/v1/search.rss", "/v1/search.atom", "/v1/search.json", "/v1/explain?id=plain", "/v1/facets/topic"];

    public static TheoryData<string> All => [.. ContractParameters.All.Select(p => p.Name)];

    [Fact]
    public void Table_Parameters_AreAllThereAre() =>
        ContractParameters.All.Select(p => p.Name).ShouldBe(SearchParameters.Known, ignoreOrder: true, "a parameter needs a row in ContractParameters");

    [Theory]
    [MemberData(nameof(All))]
    public async Task Get_GoodValue_IsAnswered(string name)
    {
        foreach ((string route, string value) in Cases(name, p => p.Good))
        {
            ApiAnswer answer = await fixture.Server.GetAsync(Target(route, name, value));
            ((int)answer.Status).ShouldBe(200, $"{route} {name}={value} {answer.Body}");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Get_BadValue_Is400ThatNamesTheParameter(string name)
    {
        foreach ((string route, string value) in Cases(name, p => p.Bad))
        {
            JsonElement problem = (await fixture.Server.GetAsync(Target(route, name, value))).ShouldBeProblem(400, "invalid-request");
            problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe([name], $"{route} {name}={value}");
            problem.GetProperty("detail").GetString()!.Length.ShouldBeLessThan(400);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Get_EmptyValue_IsAsIfNotGiven(string name)
    {
        foreach ((string route, string value) in Cases(name, _ => ["", " ", "\t"]))
            ((int)(await fixture.Server.GetAsync(Target(route, name, value))).Status).ShouldBe(200, $"{route} {name}='{value}'");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Get_GivenTwice_Is400UnlessItMayRepeat(string name)
    {
        ContractParameter parameter = ContractParameters.All.Single(p => p.Name == name);
        foreach ((string route, string value) in Cases(name, p => p.Good.Take(1)))
        {
            ApiAnswer answer = await fixture.Server.GetAsync(Target(route, name, value) + $"&{name}={Uri.EscapeDataString(value)}");
            if (parameter.Repeats) ((int)answer.Status).ShouldBe(200, answer.Body);
            else answer.ShouldBeProblem(400, "invalid-request").GetProperty("errors").GetProperty(name)[0].GetString()!.ShouldContain("2 times");
        }
    }

    [Fact]
    public async Task Get_NothingGiven_HasTheDefaultsOfTheContract()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        (await server.GetAsync("/v1/search")).ShouldBeJson();
        SearchRequest request = server.Backend.LastSearch!;
        (request.Page, request.Size, request.Explain).ShouldBe((1, 10, 0));
        (request.Match, request.Typo, request.Group).ShouldBe((MatchPolicy.All, TypoPolicy.Auto, HitGrouping.Story));
        (request.Query, request.Sort, request.Now, request.Weights).ShouldBe((null, null, null, null));
        (request.Profile, request.Filter.Visibility, request.Facets.Count).ShouldBe(("balanced", Visibility.All, 0));
    }

    private static IEnumerable<(string Route, string Value)> Cases(string name, Func<ContractParameter, IEnumerable<string>> values) =>
        from route in OfSearch
        where ContractRoutes.Open.Single(r => route.Replace("/topic", "/{field}", StringComparison.Ordinal).Split('?')[0] == r.Template).Parameters!.Contains(name, StringComparer.Ordinal)
        from value in values(ContractParameters.All.Single(p => p.Name == name))
        select (route, value);

    private static string Target(string route, string name, string value) => $"{route}{(route.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}";
}
