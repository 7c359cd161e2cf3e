using System.Globalization;
using SearchNews.Search.Embedded;
using SearchNews.Search.Indexing;
using SearchNews.Search.Similar;

namespace SearchNews.Search.Evaluation;

/// <summary>
/// Draws queries from the articles of an index as people who look for an article they have seen would type them: a few neighbouring words of its title, of its
/// excerpt, or of both. Half of the articles are recent ones (drawn by 1 / (1 + age / 14 days)), half any. Right is the article itself or one of its title.
/// The same index and seed give the same queries, whatever order the articles were indexed in.
/// </summary>
public static class KnownItemQueries
{
    private static readonly string[] Parts = ["title", "excerpt", "mixed"];

    /// <summary>Draws queries.</summary>
    /// <param name="backend">Where the articles are.</param>
    /// <param name="count">How many, about: a part without enough words gives none.</param>
    /// <param name="seed">Another seed, other queries.</param>
    /// <param name="cancellationToken">Ends the drawing.</param>
    /// <exception cref="BackendUnavailableException">There is no index.</exception>
    public static JudgedSet Draw(EmbeddedBackend backend, int count, int seed, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(backend);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArticleSnapshot snapshot = backend.Snapshot;
        var lottery = new ArticleLottery(snapshot, seed);
        var queries = new List<JudgedQuery>(count);
        queries.AddRange(Draw(snapshot, lottery.DrawRecent(count / 2), "recent", cancellationToken));
        queries.AddRange(Draw(snapshot, lottery.DrawAny(count - (count / 2)), "archive", cancellationToken));
        return new JudgedSet(queries);
    }

    private static IEnumerable<JudgedQuery> Draw(ArticleSnapshot snapshot, IEnumerable<ArticleTicket> tickets, string target, CancellationToken cancellationToken)
    {
        int number = 0;
        foreach (ArticleTicket ticket in tickets)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ArticleRecord article = snapshot.ReadRecord(ticket.Doc);
            string part = Parts[number++ % Parts.Length];
            if (Compose(article, part, new Random(ticket.Seed)) is not { } text) continue;
            Dictionary<string, int> right = EqualTitles.Of(snapshot, article.Title, cancellationToken).Select(doc => snapshot.ReadRecord(doc).Id).ToDictionary(id => id, _ => 1, StringComparer.Ordinal);
            right[article.Id] = 1;
            yield return new JudgedQuery(string.Create(CultureInfo.InvariantCulture, $"{target}-{number}"), text, right, $"{part} {target}");
        }
    }

    private static string? Compose(ArticleRecord article, string part, Random random) => part switch
    {
        "title" => WordRun.Of(article.Title, random.Next(2, 5), random),
        "excerpt" => WordRun.Of(article.Excerpt, random.Next(2, 5), random),
        _ => WordRun.Of(article.Title, random.Next(1, 3), random) is { } title && WordRun.Of(article.Excerpt, random.Next(1, 3), random) is { } excerpt ? $"{title} {excerpt}" : null,
    };
}
