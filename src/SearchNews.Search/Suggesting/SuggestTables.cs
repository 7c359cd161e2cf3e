using System.Collections.Concurrent;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Util;
using SearchNews.Search.Embedded;

namespace SearchNews.Search.Suggesting;

/// <summary>
/// What suggestions are looked up in, made once for a snapshot: its words, its best headlines, and the articles of words that were just typed. Thread-safe.
/// </summary>
/// <remarks>
/// A beginning of one or two letters stands for thousands of words and nearly all articles, and every keystroke asks again. The words therefore lie in a table that gives the most frequent first;
/// and the titles of the best articles are kept, so that a look through them answers what many articles match, and the index is asked only for what few of them do. Together that is
/// exactly the best of all, as no other article is better than those kept.
/// </remarks>
internal sealed class SuggestTables
{
    /// <summary>How many headlines are kept. Each is read from the index once a snapshot, and looked through at every keystroke.</summary>
    public const int KeptHeadlines = 4096;

    // While one types on, the words before the last stay the same.
    private const int MaxContexts = 16;

    private readonly ConcurrentDictionary<string, ContextDocs> _contexts = new(StringComparer.Ordinal);
    private readonly Bits _kept;

    private SuggestTables(ArticleSnapshot snapshot, DateTimeOffset clock, int headlines)
    {
        Snapshot = snapshot;
        Order = new HeadlineOrder(snapshot, clock);
        Words = WordTable.Read(snapshot.Reader);
        _kept = new Bits(snapshot.Reader.MaxDoc);
        Headlines = ReadBest(headlines);
    }

    /// <summary>What they are of.</summary>
    public ArticleSnapshot Snapshot { get; }

    /// <summary>The words.</summary>
    public WordTable Words { get; }

    /// <summary>How many articles have a word, by its place in <see cref="Words"/>; grows with what is asked.</summary>
    public ConcurrentDictionary<int, int> Counts { get; } = [];

    /// <summary>The order of headlines.</summary>
    public HeadlineOrder Order { get; }

    /// <summary>The best headlines, best first.</summary>
    public IReadOnlyList<Headline> Headlines { get; }

    /// <summary>Whether the headline of a document is among those kept, or has no words to be kept for.</summary>
    public bool IsKept(int doc) => _kept[doc];

    /// <summary>Makes the tables.</summary>
    /// <param name="snapshot">What they are of.</param>
    /// <param name="clock">The instant.</param>
    /// <param name="headlines">How many headlines to keep.</param>
    public static SuggestTables Read(ArticleSnapshot snapshot, DateTimeOffset clock, int headlines = KeptHeadlines) => new(snapshot, clock, headlines);

    /// <summary>The articles that have some words, in title or excerpt.</summary>
    /// <param name="words">The terms of <c>words</c> that each word stands for.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public ContextDocs ArticlesWith(IReadOnlyList<IReadOnlyList<string>> words, CancellationToken cancellationToken)
    {
        string key = string.Join('\n', words.Select(alternatives => string.Join(' ', alternatives)).Order(StringComparer.Ordinal));
        if (_contexts.TryGetValue(key, out ContextDocs? known)) return known;
        IEnumerable<Query> clauses = words.Select(alternatives => WordQueries.AnyOf(Indexing.ArticleFields.Words, alternatives));
        ContextDocs docs = ContextDocs.Of(Snapshot.Reader, BooleanQuery.Of(Occur.Filter, clauses), cancellationToken);
        if (_contexts.Count >= MaxContexts) _contexts.Clear();
        return _contexts[key] = docs;
    }

    private List<Headline> ReadBest(int count)
    {
        var best = new BestHits(count, Order.BestFirst, stories: null);
        foreach (LeafReaderContext leaf in count == 0 ? [] : Snapshot.Reader.Leaves)
        {
            for (int doc = 0; doc < leaf.Reader.MaxDoc; doc++)
            {
                if (leaf.Reader.LiveDocs?[doc] != false) best.Add(Order.HitOf(leaf, doc));
            }
        }

        RankedHit[] hits = best.ToSortedArray();
        foreach (RankedHit hit in hits) _kept[hit.Doc] = true;
        return [.. hits.Select(hit => Headline.Of(hit.Doc, Snapshot.ReadRecord(hit.Doc))).OfType<Headline>()];
    }
}
