using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SearchNews.Api.Tests.Contract;

/// <summary>What holds for every route, over HTTP.</summary>
public sealed partial class RouteContractTests(ContractFixture fixture)
{
    private static readonly string[] OfBoth = ["Content-Type", "ETag", "Cache-Control", "Vary", "Content-Security-Policy", "X-Content-Type-Options"];

    private ApiServer Server => fixture.Server;

    public static TheoryData<string> Open => [.. ContractRoutes.Open.Select(r => r.Name)];

    public static TheoryData<string> Gets => [.. ContractRoutes.Open.Where(r => r.Method == "GET").Select(r => r.Name)];

    public static TheoryData<string> Tagged => [.. ContractRoutes.Open.Where(r => r.Tagged).Select(r => r.Name)];

    public static TheoryData<string> Checked => [.. ContractRoutes.All.Where(r => r.Parameters is not null).Select(r => r.Name)];

    public static TheoryData<string> Negotiating => [.. ContractRoutes.All.Where(r => r.Negotiates).Select(r => r.Name)];

    public static TheoryData<string> All => [.. ContractRoutes.All.Select(r => r.Name)];

    public static TheoryData<string> OfAdmin => [.. ContractRoutes.All.Where(r => r.IsAdmin).Select(r => r.Name)];

    [Fact]
    public async Task Table_Routes_AreThoseOfTheDescription()
    {
        JsonElement paths = (await Server.GetAsync("/openapi/v1.json")).ShouldBeJson().GetProperty("paths");
        string[] described = [.. paths.EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => $"{o.Name.ToUpperInvariant()} {p.Name}"))];
        ContractRoutes.All.Select(r => r.Name).ShouldBe(described, ignoreOrder: true, "a route needs a row in ContractRoutes");
    }

    [Fact]
    public async Task Table_Parameters_AreThoseOfTheDescription()
    {
        JsonElement paths = (await Server.GetAsync("/openapi/v1.json")).ShouldBeJson().GetProperty("paths");
        foreach (ContractRoute route in ContractRoutes.All.Where(r => r.Parameters is not null))
        {
            JsonElement operation = paths.GetProperty(route.Template).GetProperty(route.Method.ToLowerInvariant());
            string[] described = operation.TryGetProperty("parameters", out JsonElement parameters)
                ? [.. parameters.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query").Select(p => p.GetProperty("name").GetString()!)]
                : [];
            described.ShouldBe(route.Parameters!, ignoreOrder: true, route.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Open))]
    public async Task Send_Valid_HasTheStatusHeadersAndMembersOfTheContract(string name)
    {
        ContractRoute route = ContractRoutes.Find(name);
        ApiAnswer answer = await SendAsync(Server, route);
        ((int)answer.Status).ShouldBe(route.Status, $"{answer.Body}\n{Server.Logs.All.LastOrDefault(l => l.Exception is not null)?.Exception}");
        CheckHeaders(route, answer);
        if (route.Shape is not null) Shape.Parse(route.Shape).Check(answer.Json).ShouldBeEmpty(answer.Body);
    }

    [Fact]
    public async Task Send_AdminRoutesInTheirOrder_HaveTheStatusHeadersAndMembersOfTheContract()
    {
        await using LiveIndex index = await LiveIndex.StartAsync();
        string job = "";
        foreach (ContractRoute route in ContractRoutes.All.Where(r => r.IsAdmin))
        {
            ContractRoute known = route.Target.EndsWith("/jobs/x", StringComparison.Ordinal) ? route with { Target = job } : route;
            ApiAnswer answer = await SendAsync(index.Server, known);
            ((int)answer.Status).ShouldBe(route.Status, route.Name + answer.Body);
            CheckHeaders(route, answer);
            if (route.Shape is not null) Shape.Parse(route.Shape).Check(answer.Json).ShouldBeEmpty(route.Name + answer.Body);
            if (route.Status == 202) await EndAsync(index.Server, job = answer.Header("Location"));
            if (route.Status == 202) job.ShouldStartWith("/v1/admin/jobs/");
        }
    }

    [Theory]
    [MemberData(nameof(Tagged))]
    public async Task Get_KnownTag_Is304WithTheSameHeaders(string name)
    {
        ContractRoute route = ContractRoutes.Find(name);
        string tag = (await Server.GetAsync(route.Target)).Header("ETag");
        ApiAnswer answer = await Server.GetAsync(route.Target, ("If-None-Match", tag));
        answer.Status.ShouldBe(HttpStatusCode.NotModified);
        answer.Body.ShouldBeEmpty();
        answer.Header("ETag").ShouldBe(tag);
        answer.Header("Cache-Control").ShouldBe(route.CacheControl);
        answer.Header("Vary").ShouldContain("Accept-Encoding");
    }

    [Theory]
    [MemberData(nameof(Gets))]
    public async Task Head_Get_HasTheSameHeadersAndNoBody(string name)
    {
        ContractRoute route = ContractRoutes.Find(name);
        ApiAnswer get = await Server.GetAsync(route.Target);
        ApiAnswer head = await Server.SendAsync(HttpMethod.Head, route.Target);
        head.Status.ShouldBe(get.Status);
        head.Body.ShouldBeEmpty();
        foreach (string header in OfBoth) head.Header(header).ShouldBe(get.Header(header), header);
    }

    [Theory]
    [MemberData(nameof(Gets))]
    public async Task Get_BrotliOrGzip_IsTheSameAnswer(string name)
    {
        ContractRoute route = ContractRoutes.Find(name);
        string plain = Timeless((await Server.GetAsync(route.Target)).Body);
        foreach (string coding in (string[])["br", "gzip"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, route.Target);
            request.Headers.TryAddWithoutValidation("Accept-Encoding", coding);
            using HttpResponseMessage response = await Server.Client.SendAsync(request, TestContext.Current.CancellationToken);
            response.Content.Headers.ContentEncoding.ShouldBe([coding], name);
            response.Headers.Vary.ShouldContain("Accept-Encoding");
            await using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            await using Stream open = coding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
            using var reader = new StreamReader(open, Encoding.UTF8);
            Timeless(await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe(plain);
        }
    }

    [Theory]
    [MemberData(nameof(Checked))]
    public async Task Send_UnknownParameter_Is400ThatSuggestsTheNearest(string name)
    {
        ContractRoute route = ContractRoutes.Find(name);
        string known = route.Parameters!.FirstOrDefault(p => p.Length > 3) ?? "nothing";
        string wrong = known[..^1] + "z";
        string target = route.Target + (route.Target.Contains('?', StringComparison.Ordinal) ? '&' : '?') + wrong + "=1";
        JsonElement errors = (await SendAsync(Server, route with { Target = target })).ShouldBeProblem(400, "invalid-request").GetProperty("errors");
        errors.GetProperty(wrong)[0].GetString()!.ShouldContain(route.Parameters!.Count == 0 ? "takes none" : $"did you mean '{known}'?");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Send_OtherMethod_Is405ThatAllowsThisOne(string name)
    {
        ContractRoute route = ContractRoutes.Find(name);
        ApiAnswer answer = await SendAsync(Server, route with { Method = "PATCH", Body = null });
        answer.ShouldBeProblem(405, "method-not-allowed");
        answer.Header("Allow").Split(", ").ShouldContain(route.Method);
        if (route.Method == "GET" && !route.IsAdmin) answer.Header("Allow").Split(", ").ShouldContain("HEAD");
    }

    [Theory]
    [MemberData(nameof(Negotiating))]
    public async Task Send_AcceptOfAnotherType_Is406(string name) =>
        (await SendAsync(Server, ContractRoutes.Find(name), ("Accept", "image/png"))).ShouldBeProblem(406, "not-acceptable");

    [Theory]
    [MemberData(nameof(OfAdmin))]
    public async Task Send_AdminRouteWithoutOrWithAWrongKey_IsRefused(string name)
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        ContractRoute route = ContractRoutes.Find(name);
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Target);
        using HttpResponseMessage response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        ApiAnswer missing = await ApiAnswer.ReadAsync(response);
        missing.ShouldBeProblem(401, "missing-key");
        missing.Header("WWW-Authenticate").ShouldStartWith("Bearer");
        (await server.SendAsync(new HttpMethod(route.Method), route.Target, ("Authorization", "Bearer wrong"))).ShouldBeProblem(403, "wrong-key");
    }

    private static void CheckHeaders(ContractRoute route, ApiAnswer answer)
    {
        answer.Header("Content-Type").ShouldBe(route.ContentType, route.Name);
        answer.Header("Cache-Control").ShouldBe(route.CacheControl ?? "", route.Name);
        answer.Header("ETag").StartsWith("W/\"", StringComparison.Ordinal).ShouldBe(route.Tagged, route.Name);
        if (route.Tagged) answer.Header("Vary").ShouldContain("Accept-Encoding", customMessage: route.Name);
        answer.Header("Server-Timing").ShouldContain("total;dur=", customMessage: route.Name);
        answer.Header("Server-Timing").Contains("search;dur=", StringComparison.Ordinal).ShouldBe(route.Searches, route.Name);
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff", route.Name);
        answer.Header("Content-Security-Policy").ShouldContain("default-src 'none'", customMessage: route.Name);
    }

    private static async Task<ApiAnswer> SendAsync(ApiServer server, ContractRoute route, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Target);
        foreach ((string name, string value) in headers) request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        if (route.IsAdmin) request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + ApiServer.AdminKey).ShouldBeTrue();
        if (route.Body is not null) request.Content = new StringContent(route.Body, Encoding.UTF8, route.BodyType);
        using HttpResponseMessage response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await ApiAnswer.ReadAsync(response);
    }

    private static async Task EndAsync(ApiServer server, string job)
    {
        while ((await server.AdminAsync(HttpMethod.Get, job["/v1/admin".Length..])).ShouldBeJson().GetProperty("state").GetString() == "running")
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    /// <summary>Answers that differ only in the time they took are the same; metrics, in their figures, for each answer is counted in the next.</summary>
    private static string Timeless(string body) =>
        body.StartsWith("# HELP", StringComparison.Ordinal) ? string.Join('\n', body.Split('\n').Where(line => line.StartsWith('#'))) : Took().Replace(body, "");

    [GeneratedRegex("\"took\":[0-9.E+-]+|data-took=\"[^\"]*\"|\\d+([.,]\\d+)? ms", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Took();
}
