using SearchNews.Articles;
using SearchNews.Articles.Folders;

namespace SearchNews.Search.Evaluation;

/// <summary>
/// Takes the <c>related</c> lists of a folder's articles as judgements of similar articles: those of the folder, known by their address, that were published within a
/// week of the article. The lists are made by machines and chain far, so the figures compare recipes; they are no measure of quality.
/// </summary>
public static class RelatedLists
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(7);

    /// <summary>Reads a folder. Files that cannot be read have no say.</summary>
    /// <param name="folder">The folder of articles.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DirectoryNotFoundException">No such folder.</exception>
    public static JudgedSet Read(string folder, CancellationToken cancellationToken = default)
    {
        var reader = new ArticleReader();
        Article[] articles = [.. new ArticleFolder(folder).Scan(cancellationToken).Entries
            .AsParallel().AsOrdered().WithCancellation(cancellationToken)
            .Select(entry => reader.Read(ArticleFile.Load(entry)).Article)
            .OfType<Article>()
            .Where(article => !article.Removed)];
        ILookup<string, Article> byAddress = articles.Where(article => article.Url is not null).ToLookup(article => article.Url!, StringComparer.Ordinal);
        var queries = new List<JudgedQuery>();
        foreach (Article article in articles)
        {
            Dictionary<string, int> related = article.Related
                .Where(item => item.WebUrl is not null)
                .SelectMany(item => byAddress[item.WebUrl!])
                .Where(other => other.Id != article.Id && IsNear(article, other))
                .DistinctBy(other => other.Id, StringComparer.Ordinal)
                .ToDictionary(other => other.Id, _ => 1, StringComparer.Ordinal);
            if (related.Count > 0) queries.Add(new JudgedQuery(article.Id, article.Id, related));
        }

        return new JudgedSet(queries);
    }

    private static bool IsNear(Article article, Article other) => (article.PublishedAt - other.PublishedAt)?.Duration() <= Window;
}
