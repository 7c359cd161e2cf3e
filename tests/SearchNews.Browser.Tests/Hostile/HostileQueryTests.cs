using System.Text.Json.Serialization;
using Microsoft.Playwright;

namespace SearchNews.Browser.Tests.Hostile;

/// <summary>Payloads as queries: the page tells them back in its box, its title and its notices, as text.</summary>
public sealed class HostileQueryTests(BrowserFixture browser) : BrowserTest(browser)
{
    /// <summary>How many are really opened in the fast tier; the long tier opens them all.</summary>
    private const int Opened = 70;

    // Reads the pages as the browser would, without opening them: from a page of no policy, since ours allows no parsing of strings.
    private const string ReadAll = $$"""
        async queries => {
          const census = {{Census.Function}};
          const parser = new DOMParser(), answers = new Array(queries.length);
          let next = 0;
          const read = async () => {
            while (next < queries.length) {
              const i = next++;
              const response = await fetch('/?q=' + encodeURIComponent(queries[i]));
              const page = parser.parseFromString(await response.text(), 'text/html');
              answers[i] = { status: response.status, value: page.querySelector('#q').value, census: census(page) };
            }
          };
          await Promise.all([read(), read(), read(), read()]);
          return answers;
        }
        """;

    // Of every shape that a page of results has: found, not found, corrected, complained of.
    private static readonly string[] Plain =
    [
        "", "mars", "zzzqqq", "hubbel", "hubbel telescop mars", "\"mars", "(mars", "mars zzzqqq", "mars AND", "nosuch:field", "topic:Mars", "site:orbit-daily.example moon", "+mars -moon", "mar*", "title:mars", "word~", "-mars", "the", "type:article mars",
        string.Join(' ', Enumerable.Range(0, 40).Select(i => $"w{i}")), "mars moon OR NOT", "mars !!! &&& ((", "\"crater mars\"", "moon location history document", "c#",
    ];

    [Fact]
    public async Task Query_2000Payloads_OnlyMarksComeFromText()
    {
        Visitor visitor = await VisitAsync();
        await visitor.Page.RouteAsync("**/reader", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<!doctype html><title>reader</title>" }));
        await visitor.OpenAsync("/reader");
        Census expected = Census.Sum((await visitor.EvaluateAsync<Answer[]>(ReadAll, Plain)).Select(a => a.Census));

        Answer[] answers = await visitor.EvaluateAsync<Answer[]>(ReadAll, HostileSite.Payloads);

        for (int i = 0; i < answers.Length; i++)
        {
            string query = HostileSite.Payloads[i];
            answers[i].Status.ShouldBe(200, query);
            answers[i].Census.KindsBeyond(expected).ShouldBeEmpty(query);
            answers[i].Census.Faults.ShouldBeEmpty(query);
            if (!query.Any(char.IsControl)) answers[i].Value.ShouldBe(query);
        }
    }

    [Fact]
    public async Task Query_OpenedInBrowser_RunsNothing()
    {
        Visitor visitor = await VisitAsync();
        Census expected = Census.Sum(await CensusesAsync(visitor, Plain));
        int step = HostileSite.Count / LongTier.Rounds(Opened, HostileSite.Count);
        string[] queries = [.. HostileSite.Payloads.Where((_, i) => i % step == 0)];

        foreach (string query in queries)
        {
            Census found = await CensusAsync(visitor, query);
            found.KindsBeyond(expected).ShouldBeEmpty(query);
            found.Faults.ShouldBeEmpty(query);
            await HostileArticleTests.ShouldHaveRunNothingAsync(visitor);
        }
    }

    private static async Task<Census> CensusAsync(Visitor visitor, string query)
    {
        await visitor.OpenAsync("/?q=" + Uri.EscapeDataString(query));
        return await Census.TakeAsync(visitor);
    }

    private static async Task<List<Census>> CensusesAsync(Visitor visitor, IEnumerable<string> queries)
    {
        var censuses = new List<Census>();
        foreach (string query in queries) censuses.Add(await CensusAsync(visitor, query));
        return censuses;
    }

    private sealed record Answer
    {
        [JsonPropertyName("status")]
        public required int Status { get; init; }

        [JsonPropertyName("value")]
        public required string Value { get; init; }

        [JsonPropertyName("census")]
        public required Census Census { get; init; }
    }
}
