using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Tests.Answers;

public sealed class WholeAnswerTests(ApiFixture fixture)
{
    private ApiServer Server => fixture.Server;

    [Theory]
    [InlineData("/v1/search?q=azure")]
    [InlineData("/v1/articles/plain")]
    [InlineData("/v1/articles/plain/similar")]
    [InlineData("/v1/info")]
    public async Task Get_Answer_HasItsLength(string target)
    {
        ApiAnswer answer = await Server.GetAsync(target);
        answer.ShouldBeJson();
        answer.Header("Content-Length").ShouldBe(Encoding.UTF8.GetByteCount(answer.Body).ToString(CultureInfo.InvariantCulture));
        answer.Header("Transfer-Encoding").ShouldBeEmpty();
    }

    [Fact]
    public async Task Head_Answer_HasTheLengthOfTheBodyThatIsNotThere()
    {
        string length = (await Server.GetAsync("/v1/info")).Header("Content-Length");
        ApiAnswer answer = await Server.SendAsync(HttpMethod.Head, "/v1/info");
        answer.Header("Content-Length").ShouldBe(length);
        answer.Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task Get_Compressed_HasNoLengthOfTheUncompressed()
    {
        ApiAnswer answer = await Server.GetAsync("/v1/search?q=azure&size=100", ("Accept-Encoding", "gzip"));
        answer.Header("Content-Encoding").ShouldBe("gzip");
        answer.Headers["Content-Length"].ShouldBeEmpty();
    }

    [Fact]
    public void Answers_AreWrittenByGeneratedCode()
    {
        // It is gone as soon as an option of the context asks for what it cannot do, such as a converter.
        SearchJson.Default.SearchResponse.SerializeHandler.ShouldNotBeNull();
        SearchJson.Default.SimilarResponse.SerializeHandler.ShouldNotBeNull();
        SearchJson.Default.ArticleResponse.SerializeHandler.ShouldNotBeNull();
    }

    [Fact]
    public async Task Get_ManyAtOnce_NoAnswerHasAnothersText()
    {
        // Long ones beside short ones, whose buffers are reused by threads.
        await using ApiServer server = await ApiServer.StartAsync(o => o with { MaxInFlight = 100, MaxQueued = 1000 });
        server.Backend.Found = 1_000;
        server.Backend.MakeHit = i => new SearchHit { Id = $"{i}", Title = new string((char)('a' + (i % 26)), (int)(i % 7) * 700) + "é😀<\u2028" };
        await Parallel.ForEachAsync(Enumerable.Range(0, 300), TestContext.Current.CancellationToken, async (i, _) =>
        {
            int size = 1 + (i % 100);
            ApiAnswer answer = await server.GetAsync($"/v1/search?q=w{i}&size={size}");
            JsonElement json = answer.ShouldBeJson();
            json.GetProperty("links").GetProperty("self").GetString().ShouldBe($"/v1/search?q=w{i}&size={size}");
            json.GetProperty("hits").GetArrayLength().ShouldBe(size);
            foreach (JsonElement hit in json.GetProperty("hits").EnumerateArray())
            {
                long id = long.Parse(hit.GetProperty("id").GetString()!, CultureInfo.InvariantCulture);
                hit.GetProperty("title").GetString().ShouldBe(server.Backend.MakeHit(id).Title);
            }
        });
    }

    [Fact]
    public async Task Get_ClientGone_ServerGoesOn()
    {
        await using ApiServer server = await ApiServer.StartAsync();
        server.Backend.MakeHit = i => new SearchHit { Id = $"{i}", Title = new string('x', 300_000) };
        for (int i = 0; i < 20; i++)
        {
            using HttpResponseMessage response = await server.Client.GetAsync(new Uri("/v1/search?q=long&size=20", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await server.GetAsync("/v1/info")).ShouldBeJson();
        server.Logs.All.ShouldNotContain(l => l.Level >= LogLevel.Error);
    }
}
