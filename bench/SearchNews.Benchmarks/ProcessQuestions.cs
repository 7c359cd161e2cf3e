using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Benchmarks;

/// <summary>Asks the embedded backend in this process.</summary>
internal sealed class ProcessQuestions(string indexFolder) : IQuestions
{
    private readonly EmbeddedBackend _backend = new(new GenerationStore(indexFolder));

    public async Task<string[]> FindIdsAsync(IEnumerable<string> queries)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (string query in queries)
        {
            SearchResponse response = await _backend.SearchAsync(new SearchRequest { Query = query, Size = 1 });
            if (response.Hits.Count > 0) ids.Add(response.Hits[0].Id);
        }

        return [.. ids];
    }

    public async Task SearchAsync(string query) => await _backend.SearchAsync(new SearchRequest { Query = query });

    public async Task SearchTextAsync(string query) => await _backend.SearchAsync(new SearchRequest { Query = query, Profile = RankingProfile.None.Name });

    public async Task SimilarAsync(string id) => await _backend.FindSimilarAsync(new SimilarRequest(id));
}
