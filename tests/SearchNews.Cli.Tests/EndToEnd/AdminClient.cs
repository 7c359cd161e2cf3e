using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SearchNews.Cli.Tests.EndToEnd;

/// <summary>Changes the index of a server over HTTP. A server that is gone, or has no time, is an <see cref="HttpRequestException"/>. Thread-safe.</summary>
internal sealed class AdminClient : IDisposable
{
    private const string Key = "end-to-end-admin-key";

    private readonly HttpClient _client;

    public AdminClient(Uri address)
    {
        _client = new HttpClient { BaseAddress = address };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
    }

    /// <summary>The environment of a server that it can change.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["SEARCHNEWS_ADMIN_KEY"] = Key };

    public void Dispose() => _client.Dispose();

    /// <summary>Puts an article; gives generation and commit that have it.</summary>
    public async Task<(string Generation, long Commit)> PutAsync(string id, string text)
    {
        using var content = new StringContent(text);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/markdown") { CharSet = "utf-8" };
        using HttpResponseMessage response = await _client.PutAsync(new Uri("/v1/admin/articles/" + id, UriKind.Relative), content, TestContext.Current.CancellationToken);
        JsonElement body = await ReadAsync(response, HttpStatusCode.OK, HttpStatusCode.Created);
        return (body.GetProperty("generation").GetString()!, body.GetProperty("commit").GetInt64());
    }

    /// <summary>Deletes an article; false when it was not there.</summary>
    public async Task<bool> DeleteAsync(string id)
    {
        using HttpResponseMessage response = await _client.DeleteAsync(new Uri("/v1/admin/articles/" + id, UriKind.Relative), TestContext.Current.CancellationToken);
        await ReadAsync(response, HttpStatusCode.NoContent, HttpStatusCode.NotFound);
        return response.StatusCode == HttpStatusCode.NoContent;
    }

    /// <summary>Starts a rebuild; gives its id.</summary>
    public async Task<string> StartRebuildAsync()
    {
        using HttpResponseMessage response = await _client.PostAsync(new Uri("/v1/admin/rebuild", UriKind.Relative), null, TestContext.Current.CancellationToken);
        return (await ReadAsync(response, HttpStatusCode.Accepted)).GetProperty("id").GetString()!;
    }

    /// <summary>Waits until a job has ended; fails unless it succeeded.</summary>
    public async Task WaitForJobAsync(string id)
    {
        while (true)
        {
            using HttpResponseMessage response = await _client.GetAsync(new Uri("/v1/admin/jobs/" + id, UriKind.Relative), TestContext.Current.CancellationToken);
            JsonElement job = await ReadAsync(response, HttpStatusCode.OK);
            string state = job.GetProperty("state").GetString()!;
            if (state == "succeeded") return;
            state.ShouldBe("running", job.GetRawText());
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, params HttpStatusCode[] expected)
    {
        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable) throw new HttpRequestException(body, null, response.StatusCode);
        response.StatusCode.ShouldBeOneOf(expected, body);
        return body.Length == 0 ? default : JsonElement.Parse(body);
    }
}
