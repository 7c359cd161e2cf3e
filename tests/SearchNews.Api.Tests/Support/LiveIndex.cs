using Microsoft.Extensions.DependencyInjection;
using SearchNews.Search;
using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;
using SearchNews.Search.Maintenance;

namespace SearchNews.Api.Tests;

/// <summary>A real index of a few articles behind a real server.</summary>
internal sealed class LiveIndex : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly IndexMaintainer _maintainer;
    private ApiServer? _server;

    private LiveIndex((string Path, string Text)[] more)
    {
        foreach ((string path, string text) in more) _folder.WriteFile($"articles/{path}.md", text);
        _folder.WriteFile("articles/plain.md", Article("Plain"));
        _folder.WriteFile("articles/2021/ai.md", Article("AI"));
        _folder.WriteFile("outside.md", Article("Outside"));
        var store = new GenerationStore(_folder.Combine("index"));
        new IndexBuilder(store).Build(Source);
        var backend = new EmbeddedBackend(store);
        Backend = backend;
        _maintainer = IndexMaintainer.Open(store, null, backend.Refresh, "test");
    }

    /// <summary>The source folder.</summary>
    public string Source => _folder.Combine("articles");

    /// <summary>Where a file of synonyms is looked for.</summary>
    public string Synonyms => _folder.Combine("index/synonyms.txt");

    public EmbeddedBackend Backend { get; }

    public ApiServer Server => _server ?? throw new InvalidOperationException("the server was not started");

    /// <summary>Builds and starts.</summary>
    /// <param name="more">Articles beside those that there always are: ids and texts.</param>
    public static async Task<LiveIndex> StartAsync(params (string Path, string Text)[] more)
    {
        var index = new LiveIndex(more);
        index._server = await ApiServer.StartAsync(
            o => o with { AdminKey = ApiServer.AdminKey },
            services => services.AddSingleton<ISearchBackend>(index.Backend).AddSingleton<IIndexMaintainer>(index._maintainer));
        return index;
    }

    public static string Article(string title) => $"---\ntitle: {title} moon\n---\n";

    /// <summary>Every file there is, below the source folder and beside it, with its text.</summary>
    public Dictionary<string, string> Files() => Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories)
        .Where(p => !p.StartsWith(_folder.Combine("index") + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        .ToDictionary(p => Path.GetRelativePath(_folder.Path, p), File.ReadAllText, StringComparer.Ordinal);

    /// <summary>How many articles a search for the word of all finds.</summary>
    public async Task<int> TotalAsync() => (await Server.GetAsync("/v1/search?q=moon")).ShouldBeJson().GetProperty("total").GetProperty("articles").GetInt32();

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _maintainer.Dispose();
        _folder.Dispose();
    }
}
