using SearchNews.Api.Tests.Contract;

namespace SearchNews.Api.Tests.Hostile;

/// <summary>Every parameter of every route with what is no text, no number and no encoding.</summary>
public sealed class HostileValueTests(ContractFixture fixture)
{
    private static readonly string[] Values =
    [
        "", "%", "%z", "%zz", "%0", "%00", "a%00b", "%c0%af", "%e0%80%af", "%ed%a0%80", "%ed%b0%80%ed%a0%80", "%f4%90%80%80", "%fe%ff", "%ff", "%u0041", "+", "%2B", "%2525", "%20", "%0d%0aSet-Cookie:%20a=b", "%1b[31m",
        "%e2%80%ae", "%ef%bb%bf", "%ef%bf%bf", "-", "--", "-1", "0", "1e999", "9999999999999999999999", "null", "undefined", "true", "[]", "{}", "${jndi:ldap://x}", "'%20OR%201=1--", "%3Cscript%3Ealert(1)%3C/script%3E",
        "../../../etc/passwd", "..%2f..%2fetc%2fpasswd", "file:///etc/passwd", "%F0%9F%92%A9", "((((((((((((((((((((((((((((((((((((((((", "a%20AND%20", "title:%22", "*", "~~~~", "0000-00-00", "2021-02-30", "P1D", "1d1d", "é",
    ];

    [Fact]
    public async Task Get_EveryParameter_IsAnsweredOrRefused()
    {
        using var client = new RawClient(fixture.Server);
        foreach (ContractRoute route in ContractRoutes.Open.Where(r => r is { Method: "GET", Parameters.Count: > 0 }))
        {
            // The feeds and the search share their reading of parameters; one of them stands for all with the rarer ones.
            foreach (string name in route.Parameters!) await SendAsync(client, route, name, route.Template is "/v1/search.rss" or "/v1/search.json" ? Values[..12] : Values);
        }
    }

    [Fact]
    public async Task Get_LongNamesAndValues_AreAnsweredOrRefused()
    {
        using var client = new RawClient(fixture.Server);
        foreach (ContractRoute route in ContractRoutes.Open.Where(r => r.Method == "GET"))
        {
            foreach (int length in (int[])[501, 2_000, 7_000, 9_000])
            {
                string path = route.Target.Split('?')[0];
                foreach (string query in (string[])["q=" + new string('a', length), "topic=" + new string('%', length), new string('a', length), "size=" + new string('9', length)])
                    RawClient.ShouldBeHarmless(await client.SendAsync($"{path}?{query}"), $"{path} {query[..20]}... {length}");
            }
        }
    }

    [Theory]
    [InlineData("&&&===&&")]
    [InlineData("=")]
    [InlineData("?")]
    [InlineData("??q=a")]
    [InlineData("q[]=a")]
    [InlineData("q%00=a")]
    [InlineData("%=%")]
    [InlineData("q=a;b=c")]
    [InlineData("__proto__=1&constructor=2")]
    [InlineData("w.quality=1&w=2")]
    [InlineData("%ff=%ff&%ff=%ff")]
    public async Task Get_StrangeQuery_IsAnsweredOrRefused(string query)
    {
        using var client = new RawClient(fixture.Server);
        foreach (ContractRoute route in ContractRoutes.Open.Where(r => r.Method == "GET"))
        {
            string target = $"{route.Target.Split('?')[0]}?{query}";
            RawClient.ShouldBeHarmless(await client.SendAsync(target), target);
        }
    }

    [Fact]
    public async Task Post_HostileBodies_AreRefused()
    {
        string[] bodies =
        [
            "null", "1", "\"x\"", "[]", "[[]]", "{\"title\":{}}", "{\"title\":[1]}", "{\"title\":1e999,\"size\":1e999}", "{\"title\":\"\\ud800\"}", "{\"title\":\"\\u0000\"}", "{\"title\":\"a\",\"title\":\"b\"}",
            "{\"title\":\"a\",}", "{'title':'a'}", "{\"title\":\"a\"}x", "\u0000", "{\"title\":\"a\",\"size\":-1}", "{\"__proto__\":{}}", new string('[', 5_000), new string('{', 5_000), string.Concat(Enumerable.Repeat("{\"a\":", 5_000)),
            "{" + string.Join(',', Enumerable.Range(0, 500).Select(i => $"\"p{i}\":1")) + "}", "{\"title\":\"" + new string('a', 1_001) + "\"}", "\ufeff{\"title\":\"a\"}", "{\"title\":\"a\",\"now\":\"99999-99-99\"}", "//{\"title\":\"a\"}",
        ];
        foreach (string body in bodies)
        {
            ApiAnswer answer = await fixture.Server.SendAsync(HttpMethod.Post, "/v1/similar", body, "application/json");
            RawClient.ShouldBeHarmless(answer, body.Length > 80 ? body[..80] : body);
            if (answer.Status != System.Net.HttpStatusCode.OK) answer.ShouldBeProblem(400, "invalid-request");
        }
    }

    private static async Task SendAsync(RawClient client, ContractRoute route, string name, IEnumerable<string> values)
    {
        string given = route.Template == "/v1/explain" && name != "id" ? "?id=plain&" : "?";
        foreach (string target in values.Select(v => $"{route.Target.Split('?')[0]}{given}{name}={v}")) RawClient.ShouldBeHarmless(await client.SendAsync(target), target);
    }
}
