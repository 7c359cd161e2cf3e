using System.Globalization;
using System.Net;
using System.Text.Json;

namespace SearchNews.Api.Tests;

/// <summary>A response, read to its end.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, ILookup<string, string> Headers, string Body)
{
    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonElement.Parse(Body);

    public static async Task<ApiAnswer> ReadAsync(HttpResponseMessage response)
    {
        ILookup<string, string> headers = response.Headers.Concat(response.Content.Headers)
            .SelectMany(h => h.Value.Select(v => (h.Key, Value: v)))
            .ToLookup(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase);
        return new ApiAnswer(response.StatusCode, headers, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>All values of a header, joined.</summary>
    public string Header(string name) => string.Join(", ", Headers[name]);

    /// <summary>Asserts an error of a kind with everything that every error has; gives its body.</summary>
    public JsonElement ShouldBeProblem(int status, string slug)
    {
        ((int)Status).ShouldBe(status, Body);
        Header("Content-Type").ShouldBe("application/problem+json");
        Header("Cache-Control").ShouldContain("no-store");
        Header("X-Content-Type-Options").ShouldBe("nosniff");
        Headers["ETag"].ShouldBeEmpty();
        Header("Content-Length").ShouldBe(System.Text.Encoding.UTF8.GetByteCount(Body).ToString(CultureInfo.InvariantCulture));
        JsonElement problem = Json;
        problem.GetProperty("type").GetString().ShouldBe("/problems/" + slug);
        problem.GetProperty("status").GetInt32().ShouldBe(status);
        problem.GetProperty("title").GetString().ShouldNotBeNullOrWhiteSpace();
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
        problem.GetProperty("traceId").GetString().ShouldNotBeNullOrWhiteSpace();
        Body.ShouldNotContain(FakeBackend.Secret);
        Body.ShouldNotContain("   at ");
        return problem;
    }

    /// <summary>Asserts an answer in JSON; gives it.</summary>
    public JsonElement ShouldBeJson()
    {
        Status.ShouldBe(HttpStatusCode.OK, Body);
        Header("Content-Type").ShouldBe("application/json; charset=utf-8");
        return Json;
    }
}
