using System.Collections.Concurrent;
using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Util;
using SearchNews.Search.Embedded;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Suggesting;

/// <summary>The live articles that have the words before the last, by segment. Thread-safe once collected; a bit an article, and their numbers where they are few.</summary>
internal sealed class ContextDocs : Collector
{
    /// <summary>Up to so many articles of a segment are also kept as a list.</summary>
    public const int MaxListed = 4096;

    /// <summary>Up to so many articles are read for their words; of more, the words are counted by their postings.</summary>
    public const int MaxRead = 64;

    private readonly Bits?[] _bits;
    private readonly List<int>[] _lists;
    private volatile IReadOnlyList<WordCompletion>? _words;

    private ContextDocs(IndexReader reader)
    {
        _bits = new Bits?[reader.Leaves.Count];
        _lists = [.. reader.Leaves.Select(_ => new List<int>())];
    }

    /// <summary>How many of them have a word, by its place in the <see cref="WordTable"/>; grows with what is asked.</summary>
    public ConcurrentDictionary<int, int> Counts { get; } = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <inheritdoc/>
    public override ScoreMode ScoreMode => ScoreMode.CompleteNoScores;

    /// <summary>Collects what a query finds.</summary>
    public static ContextDocs Of(IndexReader reader, Query query, CancellationToken cancellationToken)
    {
        var docs = new ContextDocs(reader);
        new IndexSearcher(reader).Search(query, docs, cancellationToken);
        return docs;
    }

    /// <summary>The articles of a segment, a bit each; null when there are none.</summary>
    public Bits? BitsOf(LeafReaderContext leaf) => _bits[leaf.Ord];

    /// <summary>The articles of a segment, ascending; null when they are too many.</summary>
    public IReadOnlyList<int>? ListOf(LeafReaderContext leaf) => _lists[leaf.Ord].Count > MaxListed ? null : _lists[leaf.Ord];

    /// <summary>
    /// The words of these articles as <see cref="CompletionFinder"/> orders them; null when they are too many to read. Few articles have few words, which a look through the table would
    /// have to pick out of all others.
    /// </summary>
    public IReadOnlyList<WordCompletion>? ReadWords(ArticleSnapshot snapshot, WordTable table, CancellationToken cancellationToken)
    {
        if (Count > MaxRead) return null;
        if (_words is { } read) return read;
        var counts = new Dictionary<int, int>();
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (LeafReaderContext leaf in snapshot.Reader.Leaves)
        {
            foreach (int doc in _lists[leaf.Ord])
            {
                cancellationToken.ThrowIfCancellationRequested();
                ArticleRecord record = snapshot.ReadRecord(leaf.DocBase + doc);
                own.Clear();
                foreach (AnalyzedToken token in ArticleSchema.Words.Analyze([record.Title, record.Excerpt])) own.Add(token.Term);
                foreach (string word in own)
                {
                    if (table.Find(word) is >= 0 and int place) counts[place] = counts.GetValueOrDefault(place) + 1;
                }
            }
        }

        return _words = [.. counts.Select(c => new WordCompletion(c.Key, c.Value)).OrderByDescending(c => c.Count).ThenByDescending(c => table.DocFreq(c.Word)).ThenBy(c => c.Word)];
    }

    /// <inheritdoc/>
    public override LeafCollector GetLeafCollector(LeafReaderContext context) => new Leaf(this, _bits[context.Ord] = new Bits(context.Reader.MaxDoc), _lists[context.Ord]);

    private sealed class Leaf(ContextDocs owner, Bits bits, List<int> list) : LeafCollector
    {
        public override void Collect(int doc, float score)
        {
            owner.Count++;
            bits[doc] = true;
            if (list.Count <= MaxListed) list.Add(doc);
        }
    }
}
