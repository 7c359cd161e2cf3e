using System.IO.Compression;
using System.Text.Json;

namespace SearchNews.Api.Tests.Caching;

public sealed class CompressionTests(ApiFixture fixture)
{
    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, br", "br")]
    [InlineData("identity", null)]
    public async Task Get_AcceptEncoding_IsTaken(string accepted, string? expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/search?q=azure");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using HttpResponseMessage response = await fixture.Server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.Content.Headers.ContentEncoding.SingleOrDefault().ShouldBe(expected);
        await using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream plain = expected switch
        {
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using JsonDocument json = await JsonDocument.ParseAsync(plain, default, TestContext.Current.CancellationToken);
        json.RootElement.GetProperty("hits").GetArrayLength().ShouldBe(10);
    }
}
