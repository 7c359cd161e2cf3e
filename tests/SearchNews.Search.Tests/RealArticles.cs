using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;
using SearchNews.Search.Responses;

[assembly: AssemblyFixture(typeof(SearchNews.Search.Tests.RealArticles))]

namespace SearchNews.Search.Tests;

/// <summary>The real articles, indexed once for all tests that change nothing of it, by the first that asks; without the corpus the test that asks is skipped.</summary>
public sealed class RealArticles : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Lazy<(GenerationStore Store, BuildReport Report)> _built;

    public RealArticles() => _built = new(Build);

    /// <summary>The index; read only.</summary>
    internal GenerationStore Store => Built().Store;

    /// <summary>What its build reported.</summary>
    internal BuildReport Report => Built().Report;

    /// <summary>A backend on it.</summary>
    internal EmbeddedBackend Open(TimeProvider? clock = null) => new(Store, clock);

    public void Dispose() => _folder.Dispose();

    private (GenerationStore Store, BuildReport Report) Built()
    {
        Corpus.SkipUnlessAvailable();
        return _built.Value;
    }

    private (GenerationStore Store, BuildReport Report) Build()
    {
        // No one test's cancellation: the others need it too.
        var store = new GenerationStore(_folder.Path);
        return (store, new IndexBuilder(store).Build(Corpus.AzureNewsFolder, cancellationToken: CancellationToken.None));
    }
}
