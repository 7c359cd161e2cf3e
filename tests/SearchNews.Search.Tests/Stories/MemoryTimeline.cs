using SearchNews.Articles;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Tests.Stories;

/// <summary>A timeline over articles in memory.</summary>
internal sealed class MemoryTimeline : IStoryTimeline
{
    private readonly StoryArticle[] _articles;
    private readonly HashSet<int> _weighed = [];
    private readonly IReadOnlyList<Article> _source;
    private readonly StemTable _table;

    public MemoryTimeline(IReadOnlyList<Article> articles, StemTable table)
    {
        _source = articles;
        _table = table;
        _articles =
        [
            .. articles.Index().Where(a => a.Item.PublishedAt is not null)
                .Select(a => new StoryArticle(a.Item.Id, a.Item.PublishedAt!.Value.ToUnixTimeMilliseconds(), a.Index))
                .OrderBy(a => a.PublishedAt).ThenBy(a => a.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Articles whose words were asked for.</summary>
    public int Weighed => _weighed.Count;

    public static StemTable Count(IEnumerable<Article> articles)
    {
        var counter = new StemCounter();
        foreach (Article article in articles) counter.Add(new StoryFingerprint(StoryFingerprint.Of(article.Title, article.Excerpt)));
        return counter.ToTable();
    }

    public IEnumerable<StoryArticle> From(long publishedAt) => _articles.SkipWhile(a => a.PublishedAt < publishedAt);

    public void Weigh(StoryArticle article, StoryVector vector)
    {
        Article source = _source[article.Handle];
        _weighed.Add(article.Handle);
        vector.Set(new StoryFingerprint(StoryFingerprint.Of(source.Title, source.Excerpt)), _table);
    }
}
