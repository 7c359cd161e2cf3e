using SearchNews.Articles;

namespace SearchNews.Search.Tests.Suggesting;

/// <summary>Suggestions of the embedded backend.</summary>
public sealed class EmbeddedSuggestionTests : SuggestionContract, IDisposable
{
    private readonly List<TestIndex> _indexes = [];

    public void Dispose()
    {
        foreach (TestIndex index in _indexes) index.Dispose();
    }

    protected override ISearchBackend Open(IReadOnlyList<Article> articles)
    {
        // Of several segments, as an index that was updated.
        TestIndex index = TestIndex.Of(articles, segments: 1 + (articles.Count % 3));
        _indexes.Add(index);
        return index.Backend;
    }
}
