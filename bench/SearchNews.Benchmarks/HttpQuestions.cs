using System.Text.Json;

namespace SearchNews.Benchmarks;

/// <summary>Asks a running service over one kept-alive connection.</summary>
internal sealed class HttpQuestions(Uri address) : IQuestions, IDisposable
{
    private readonly HttpClient _client = new() { BaseAddress = address };

    public void Dispose() => _client.Dispose();

    public async Task<string[]> FindIdsAsync(IEnumerable<string> queries)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (string query in queries)
        {
            using JsonDocument answer = JsonDocument.Parse(await _client.GetByteArrayAsync($"/v1/search?size=1&q={Uri.EscapeDataString(query)}"));
            JsonElement hits = answer.RootElement.GetProperty("hits");
            if (hits.GetArrayLength() > 0) ids.Add(hits[0].GetProperty("id").GetString()!);
        }

        return [.. ids];
    }

    public async Task SearchAsync(string query) => await _client.GetByteArrayAsync($"/v1/search?q={Uri.EscapeDataString(query)}");

    public async Task SimilarAsync(string id) => await _client.GetByteArrayAsync($"/v1/articles/{Uri.EscapeDataString(id)}/similar");
}
