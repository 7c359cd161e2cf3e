using System.Text.Json;

namespace SearchNews.Benchmarks;

/// <summary>Asks a running service over one kept-alive connection, on the calling thread.</summary>
internal sealed class HttpQuestions(Uri address) : IQuestions, IDisposable
{
    private readonly HttpConnection _connection = new(address);

    public void Dispose() => _connection.Dispose();

    public async Task<string[]> FindIdsAsync(IEnumerable<string> queries)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (string query in queries)
        {
            await GetAsync($"/v1/search?size=1&q={Uri.EscapeDataString(query)}");
            using JsonDocument answer = JsonDocument.Parse(_connection.Body);
            JsonElement hits = answer.RootElement.GetProperty("hits");
            if (hits.GetArrayLength() > 0) ids.Add(hits[0].GetProperty("id").GetString()!);
        }

        return [.. ids];
    }

    public Task SearchAsync(string query) => GetAsync(HttpCost.PathOf(query));

    public Task SearchTextAsync(string query) => GetAsync($"{HttpCost.PathOf(query)}&profile=none");

    public Task SimilarAsync(string id) => GetAsync($"/v1/articles/{Uri.EscapeDataString(id)}/similar");

    private Task GetAsync(string path)
    {
        int status = _connection.Get(path);
        return status == 200 ? Task.CompletedTask : throw new InvalidOperationException($"The service answered {status}.");
    }
}
