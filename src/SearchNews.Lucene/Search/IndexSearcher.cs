using System.Collections.Concurrent;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search;

/// <summary>Searches one snapshot of an index. Thread-safe; cheap to make and worth keeping as long as the snapshot is.</summary>
public sealed class IndexSearcher
{
    // Collectors are asked whether they have enough, and callers whether they gave up, once in so many documents.
    private const int DocsBetweenChecks = 1 << 16;

    // A memory that had to hold more hits is not kept.
    private const int MaxKeptHits = 1000;

    private readonly ConcurrentDictionary<string, CollectionStatistics?> _statistics = new(StringComparer.Ordinal);
    private readonly Spares<SearchMemory> _memories = new();

    /// <summary>Searches a reader, which stays the caller's.</summary>
    /// <param name="reader">The snapshot.</param>
    /// <param name="similarity">How terms are scored; BM25 with k1 1.2 and b 0.75 when null.</param>
    public IndexSearcher(IndexReader reader, Similarity? similarity = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Reader = reader;
        Similarity = similarity ?? new BM25Similarity();
    }

    /// <summary>The snapshot.</summary>
    public IndexReader Reader { get; }

    /// <summary>How terms are scored.</summary>
    public Similarity Similarity { get; }

    /// <summary>Finds the best documents: score descending, equal scores by document ascending.</summary>
    /// <param name="query">What to find.</param>
    /// <param name="n">How many hits, at least 1.</param>
    /// <param name="totalHitsThreshold">Matches are counted exactly up to this number, and documents that cannot enter the top
    /// <paramref name="n"/> may be skipped beyond it; <see cref="int.MaxValue"/> counts all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public TopDocs Search(Query query, int n, int totalHitsThreshold = int.MaxValue, CancellationToken cancellationToken = default)
    {
        var collector = new TopScoreDocCollector(Math.Min(n, Math.Max(1, Reader.MaxDoc)), totalHitsThreshold);
        Search(query, collector, cancellationToken);
        return collector.GetTopDocs();
    }

    /// <summary>Finds the best documents as above, as many as there is room for; most searches of terms and phrases, and of conjunctions and disjunctions of terms, allocate nothing once some like them have run.</summary>
    /// <param name="query">What to find.</param>
    /// <param name="hits">Receives the hits, the best first; room for one at least.</param>
    /// <param name="totalHits">How many documents match.</param>
    /// <param name="totalHitsThreshold">Matches are counted exactly up to this number.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>How many hits there are.</returns>
    public int Search(Query query, Span<ScoreDoc> hits, out TotalHits totalHits, int totalHitsThreshold = int.MaxValue, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        SearchMemory memory = TakeMemory();
        TopScoreDocCollector collector = memory.Collector.Set(Math.Min(hits.Length, Math.Max(1, Reader.MaxDoc)), totalHitsThreshold, after: null);
        bool isWorthKeeping = Run(query, collector, memory, cancellationToken);
        totalHits = collector.TotalHits;
        int count = collector.CopyTo(hits);

        // Not before: the collector is the memory's.
        if (isWorthKeeping && hits.Length <= MaxKeptHits) _memories.Keep(memory);
        return count;
    }

    /// <summary>Sends the matching live documents to a collector.</summary>
    /// <param name="query">What to find.</param>
    /// <param name="collector">Takes the documents; for this search only.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public void Search(Query query, Collector collector, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(collector);
        SearchMemory memory = TakeMemory();
        if (Run(query, collector, memory, cancellationToken)) _memories.Keep(memory);
    }

    /// <summary>How many live documents match.</summary>
    public int Count(Query query)
    {
        var collector = new TotalHitCountCollector();
        Search(query, collector);
        return collector.TotalHits;
    }

    /// <summary>How the score of a document comes about; its value is exactly the score. Slow: meant for people.</summary>
    /// <param name="query">The query.</param>
    /// <param name="doc">Id within the whole index.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such document.</exception>
    public Explanation Explain(Query query, int doc)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Explain(CreateWeight(Rewrite(query), ScoreMode.Complete, boost: 1f), doc);
    }

    /// <summary>How the score of a document comes about, for a query bound before: rewriting and binding cost more than one document does.</summary>
    /// <param name="weight">Made by <see cref="CreateWeight"/> for <see cref="ScoreMode.Complete"/>, of this searcher.</param>
    /// <param name="doc">Id within the whole index.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such document.</exception>
    public Explanation Explain(Weight weight, int doc)
    {
        ArgumentNullException.ThrowIfNull(weight);
        LeafReaderContext leaf = Reader.LeafOf(doc);
        int leafDoc = doc - leaf.DocBase;
        if (leaf.Reader.LiveDocs is { } liveDocs && !liveDocs[leafDoc])
            return Explanation.NoMatch($"document {doc} is deleted");
        return weight.Explain(leaf, leafDoc);
    }

    /// <summary>Rewrites a query until it stays the same.</summary>
    public Query Rewrite(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        while (true)
        {
            Query rewritten = query.Rewrite(Reader);
            if (ReferenceEquals(rewritten, query)) return query;
            query = rewritten;
        }
    }

    /// <summary>Binds a rewritten query to this index. Within a search, as from <see cref="Query.CreateWeight"/> or a collector, the weight and its scorers last until that search ends; else as long as they are wanted.</summary>
    public Weight CreateWeight(Query query, ScoreMode scoreMode, float boost)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.CreateWeight(this, scoreMode, boost);
    }

    /// <summary>Statistics of a field over all segments; null when no document has a term in it.</summary>
    public CollectionStatistics? CollectionStatistics(string field) => _statistics.GetOrAdd(field, static (name, reader) => Sum(reader, name), Reader);

    private static CollectionStatistics? Sum(IndexReader reader, string field)
    {
        long docCount = 0;
        long sumTotalTermFreq = 0;
        long sumDocFreq = 0;
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            if (leaf.Reader.GetTerms(field) is not { } terms) continue;
            docCount += terms.DocCount;
            sumTotalTermFreq += terms.SumTotalTermFreq;
            sumDocFreq += terms.SumDocFreq;
        }

        return docCount == 0 ? null : new CollectionStatistics(field, reader.MaxDoc, docCount, sumTotalTermFreq, sumDocFreq);
    }

    private SearchMemory TakeMemory() => _memories.Take() ?? new SearchMemory(Reader.Leaves.Count);

    // True when the memory is worth keeping. After a failure it is left to the collector of garbage, as what was taken of it may be half way through.
    private bool Run(Query query, Collector collector, SearchMemory memory, CancellationToken cancellationToken)
    {
        bool isWorthKeeping;
        memory.Begin();
        try
        {
            Weight weight = CreateWeight(Rewrite(query), collector.ScoreMode, boost: 1f);
            IReadOnlyList<LeafReaderContext> leaves = Reader.Leaves;
            for (int i = 0; i < leaves.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                memory.Enter(i);
                if (collector.GetLeafCollector(leaves[i]) is { IsTerminated: false } leafCollector && weight.GetBulkScorer(leaves[i], collector.ScoreMode) is { } scorer)
                    Score(scorer, leafCollector, leaves[i].Reader, cancellationToken);
            }
        }
        finally
        {
            isWorthKeeping = memory.End();
        }

        return isWorthKeeping;
    }

    private static void Score(BulkScorer scorer, LeafCollector collector, LeafReader reader, CancellationToken cancellationToken)
    {
        Bits? liveDocs = reader.LiveDocs;
        int maxDoc = reader.MaxDoc;
        int min = 0;
        while (min < maxDoc && !collector.IsTerminated)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int max = (int)Math.Min(maxDoc, (long)min + DocsBetweenChecks);
            min = scorer.Score(collector, liveDocs, min, max);
        }

        scorer.Release();
    }
}
