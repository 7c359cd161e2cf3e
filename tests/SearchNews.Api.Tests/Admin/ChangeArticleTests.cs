using System.Net;
using System.Text;
using System.Text.Json;

namespace SearchNews.Api.Tests.Admin;

/// <summary>Articles put and deleted over HTTP. Which ids name a file is the maintainer's to say; here it is that ids arrive as they were meant.</summary>
public sealed class ChangeArticleTests
{
    private const string Text = "---\ntitle: Ünï\n---\n";

    [Theory]
    [InlineData("plain", "plain", 200)]
    [InlineData("new", "new", 201)]
    [InlineData("2021%2F09%2F30-ai", "2021/09/30-ai", 201)]
    [InlineData("%C3%BCn%C3%AF%20c%C3%B6de", "ünï cöde", 201)]
    [InlineData("odd%252Fname", "odd%2Fname", 201)]
    public async Task Put_Article_IsWrittenAsItIsAndSaysWhere(string segment, string id, int status)
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        ApiAnswer answer = await server.AdminAsync(HttpMethod.Put, "/articles/" + segment, Text);
        ((int)answer.Status).ShouldBe(status, answer.Body);
        answer.Header("Location").ShouldBe("/v1/articles/" + Uri.EscapeDataString(id));
        answer.Header("Cache-Control").ShouldBe("no-store");
        (answer.Json.GetProperty("id").GetString(), answer.Json.GetProperty("generation").GetString(), answer.Json.GetProperty("commit").GetInt64()).ShouldBe((id, "g000002", 7));
        server.Maintainer.Articles[id].ShouldBe(Text);
    }

    [Fact]
    public async Task Put_Invalid_Is422WithLineAndColumn()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        JsonElement fault = (await server.AdminAsync(HttpMethod.Put, "/articles/plain", FakeMaintainer.Invalid)).ShouldBeProblem(422, "invalid-article").GetProperty("diagnostics")[0];
        (fault.GetProperty("line").GetInt32(), fault.GetProperty("column").GetInt32()).ShouldBe((3, 7));
        (fault.GetProperty("code").GetString(), fault.GetProperty("severity").GetString(), fault.GetProperty("message").GetString()).ShouldBe(("bad-date", "error", "is no date"));
        server.Maintainer.Articles["plain"].ShouldBe("old");
    }

    [Theory]
    [InlineData("text/markdown", true)]
    [InlineData("Text/Markdown; charset=UTF-8; variant=GFM", true)]
    [InlineData("text/markdown; charset=\"utf-8\"", true)]
    [InlineData("text/markdown; charset=iso-8859-1", false)]
    [InlineData("text/plain", false)]
    [InlineData("application/json", false)]
    [InlineData("nonsense", false)]
    [InlineData(null, false)]
    public async Task Put_ContentType_IsMarkdownInUtf8Or415(string? contentType, bool taken)
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        ApiAnswer answer = await server.AdminAsync(HttpMethod.Put, "/articles/plain", Text, contentType);
        if (taken) answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        else answer.ShouldBeProblem(415, "unsupported-media-type");
        server.Maintainer.Articles["plain"].ShouldBe(taken ? Text : "old");
    }

    [Fact]
    public async Task Put_Compressed_Is415()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        (int status, string text) = await RawHttp.SendAsync(server.Address, Head("PUT", "plain") + "Content-Type: text/markdown\r\nContent-Encoding: gzip\r\nContent-Length: 1\r\n\r\nx");
        status.ShouldBe(415, text);
    }

    [Theory]
    [InlineData(-1, 200)]
    [InlineData(0, 200)]
    [InlineData(1, 413)]
    public async Task Put_Body_IsLimitedToOneMebibyte(int above, int status)
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        ApiAnswer answer = await server.AdminAsync(HttpMethod.Put, "/articles/plain", new string('a', (1024 * 1024) + above));
        if (status == 413) answer.ShouldBeProblem(413, "too-large");
        else answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body);
        (server.Maintainer.Articles["plain"].Length > 3).ShouldBe(status == 200);
    }

    [Theory]
    [InlineData(-100, 200)]
    [InlineData(1, 413)]
    public async Task Put_ChunkedBody_IsLimitedToo(int above, int status)
    {
        await using ApiServer server = await ApiServer.StartAdminAsync(o => o with { MaxAdminBodySize = 100_000 });
        int length = 100_000 + above; // the server counts the frames of the chunks too
        string request = Head("PUT", "plain") + $"Content-Type: text/markdown\r\nTransfer-Encoding: chunked\r\n\r\n{length:x}\r\n{new string('a', length)}\r\n0\r\n\r\n";
        (int answered, string text) = await RawHttp.SendAsync(server.Address, request);
        answered.ShouldBe(status, text);
        if (status == 413) text.ShouldContain("/problems/too-large");
        (server.Maintainer.Articles["plain"].Length > 3).ShouldBe(status == 200);
    }

    [Fact]
    public async Task Post_ReadRoute_KeepsItsSmallLimit()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        (await server.AdminAsync(HttpMethod.Put, "/../search", new string('a', 65_537))).ShouldBeProblem(413, "too-large");
    }

    [Fact]
    public async Task Put_BodyThatNeverComes_EndsAtTheDeadline()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync(o => o with { AdminDeadline = TimeSpan.FromMilliseconds(200) });
        (int status, string text) = await RawHttp.SendAsync(server.Address, Head("PUT", "plain") + "Content-Type: text/markdown\r\nContent-Length: 10\r\n\r\nabc")
            .WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        status.ShouldBe(408, text);
        text.ShouldContain("/problems/too-slow");
        server.Maintainer.Articles["plain"].ShouldBe("old");
    }

    [Fact]
    public async Task Put_MaintainerIsSlow_Is503AndSaysTheChangeWasNotMade()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync(o => o with { AdminDeadline = TimeSpan.FromMilliseconds(200) });
        server.Maintainer.Holds = true;
        (await server.AdminAsync(HttpMethod.Put, "/articles/held", Text)).ShouldBeProblem(503, "timeout").GetProperty("detail").GetString()!.ShouldContain("not made");
        server.Maintainer.Articles.ContainsKey("held").ShouldBeFalse();
    }

    [Theory]
    [InlineData("..%2F..%2Fetc%2Fpasswd", 400)]
    [InlineData("..%2f", 400)]
    [InlineData("a%2F..%2F..%2Fb", 400)]
    [InlineData("%2E%2E%2Fx", 400)]
    [InlineData("..", 405)]
    [InlineData("%2e%2e/rebuild", 405)]
    [InlineData("../rebuild", 405)]
    [InlineData("a/b", 404)]
    [InlineData("", 404)]
    [InlineData("%00", 400)]
    [InlineData("a%00b", 400)]
    public async Task Put_PathTricks_AreRefused(string segment, int status)
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        (int answered, string text) = await RawHttp.SendAsync(server.Address, Head("PUT", segment) + "Content-Type: text/markdown\r\nContent-Length: 1\r\n\r\nx");
        if (segment == "..") answered.ShouldBeOneOf(404, 405);
        else answered.ShouldBe(status, text);
        server.Maintainer.Articles.ShouldHaveSingleItem().Value.ShouldBe("old");
    }

    [Theory]
    [InlineData("locked", 409, "index-locked")]
    [InlineData("full", 503, "storage")]
    public async Task Put_MaintainerFails_IsANamedErrorWithoutPaths(string id, int status, string slug)
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        (await server.AdminAsync(HttpMethod.Put, "/articles/" + id, Text)).ShouldBeProblem(status, slug);
        (await server.AdminAsync(HttpMethod.Delete, "/articles/" + id)).ShouldBeProblem(status, slug);
    }

    [Fact]
    public async Task Delete_Article_Is204And404Afterwards()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        ApiAnswer gone = await server.AdminAsync(HttpMethod.Delete, "/articles/plain");
        gone.Status.ShouldBe(HttpStatusCode.NoContent, gone.Body);
        gone.Header("Cache-Control").ShouldBe("no-store");
        server.Maintainer.Articles.ShouldBeEmpty();
        (await server.AdminAsync(HttpMethod.Delete, "/articles/plain")).ShouldBeProblem(404, "unknown-article");
        (await server.AdminAsync(HttpMethod.Delete, "/articles/..%2Fx")).ShouldBeProblem(400, "invalid-request");
    }

    [Fact]
    public async Task Rollback_NothingBefore_Is409()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync();
        server.Maintainer.CanRollBack = false;
        (await server.AdminAsync(HttpMethod.Post, "/rollback")).ShouldBeProblem(409, "no-earlier-generation");
    }

    [Fact]
    public async Task Put_MoreThanInFlightAndQueue_Is503AndReadsGoOn()
    {
        await using ApiServer server = await ApiServer.StartAdminAsync(o => o with { MaxAdminInFlight = 1, MaxQueued = 0, AdminDeadline = TimeSpan.FromMinutes(1) });
        server.Maintainer.Holds = true;
        Task<ApiAnswer> working = server.AdminAsync(HttpMethod.Put, "/articles/held", Text);
        (await server.Maintainer.Entered.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken)).ShouldBeTrue();

        (await server.AdminAsync(HttpMethod.Put, "/articles/plain", Text)).ShouldBeProblem(503, "busy").GetProperty("detail").GetString()!.ShouldContain("1 changes");
        (await server.GetAsync("/v1/search?q=a")).ShouldBeJson();
        server.Maintainer.Release();
        (await working).Status.ShouldBe(HttpStatusCode.Created);
    }

    private static string Head(string method, string segment) =>
        $"{method} /v1/admin/articles/{segment} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer {ApiServer.AdminKey}\r\n";
}
