using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Indexing;
using SearchNews.Search.Requests;

namespace SearchNews.Search.Embedded;

/// <summary>
/// Keeps the best documents of a snapshot in the service's order: key (score or doc value) falling, newer first, then id. Counts all matches up to a
/// threshold; beyond it documents that cannot enter the best may be skipped, and <see cref="IsExact"/> says so.
/// </summary>
internal sealed class HitCollector : Collector
{
    private readonly ArticleSnapshot _snapshot;
    private readonly SortOrder _sort;
    private readonly int _size;
    private readonly int _countThreshold;
    private readonly HitComparer _comparer;

    // Worst hit on top.
    private readonly PriorityQueue<RankedHit, RankedHit> _best;

    /// <summary>Creates a collector.</summary>
    /// <param name="snapshot">What is searched.</param>
    /// <param name="sort">The order.</param>
    /// <param name="size">How many to keep; 0 only counts.</param>
    /// <param name="countThreshold">Matches that are counted in any case.</param>
    public HitCollector(ArticleSnapshot snapshot, SortOrder sort, int size, int countThreshold = int.MaxValue)
    {
        _snapshot = snapshot;
        _sort = sort;
        _size = size;
        _countThreshold = countThreshold;
        _comparer = new HitComparer(snapshot);
        _best = new PriorityQueue<RankedHit, RankedHit>(_comparer.WorstFirst);
    }

    /// <summary>Matches seen.</summary>
    public long Total { get; private set; }

    /// <summary>False when documents were skipped, so that <see cref="Total"/> is a lower bound.</summary>
    public bool IsExact { get; private set; } = true;

    /// <inheritdoc/>
    public override ScoreMode ScoreMode => (_sort, _countThreshold) switch
    {
        (not SortOrder.Relevance, _) => ScoreMode.CompleteNoScores,
        (_, int.MaxValue) => ScoreMode.Complete,
        _ => ScoreMode.TopScores,
    };

    /// <inheritdoc/>
    public override LeafCollector GetLeafCollector(LeafReaderContext context) => new Leaf(this, context);

    /// <summary>The best, best first.</summary>
    public RankedHit[] ToSortedArray()
    {
        RankedHit[] hits = [.. _best.UnorderedItems.Select(item => item.Element)];
        Array.Sort(hits, _comparer.BestFirst);
        return hits;
    }

    private void Add(RankedHit hit)
    {
        if (_best.Count < _size)
        {
            _best.Enqueue(hit, hit);
        }
        else if (_size > 0 && hit.Key >= _best.Peek().Key)
        {
            // Keeps the better of the two; equal keys are settled by date and id.
            _best.EnqueueDequeue(hit, hit);
        }
    }

    private sealed class Leaf : LeafCollector
    {
        private readonly HitCollector _owner;
        private readonly int _docBase;
        private readonly SignalColumns _columns;
        private readonly NumericDocValues? _values;

        public Leaf(HitCollector owner, LeafReaderContext context)
        {
            _owner = owner;
            _docBase = context.DocBase;
            _columns = owner._snapshot.Columns[context.Ord];
            _values = owner._sort switch
            {
                SortOrder.Quality => context.Reader.GetNumericDocValues(ArticleFields.Quality),
                SortOrder.Coverage => context.Reader.GetNumericDocValues(ArticleFields.Coverage),
                _ => null,
            };
            RaiseMinScore();
        }

        public override void Collect(int doc, float score)
        {
            _owner.Total++;
            long published = _columns.PublishedAt[doc];
            _owner.Add(new RankedHit(_docBase + doc, KeyOf(doc, score, published), published));
            RaiseMinScore();
        }

        private double KeyOf(int doc, float score, long published) => _owner._sort switch
        {
            SortOrder.Relevance => score,
            SortOrder.Newest => published == SignalColumns.NoDate ? double.NegativeInfinity : published,
            SortOrder.Oldest => published == SignalColumns.NoDate ? double.NegativeInfinity : -(double)published,
            _ => _values is not null && _values.AdvanceExact(doc) ? BitConverter.Int64BitsToDouble(_values.LongValue) : double.NegativeInfinity,
        };

        // A document with the worst kept score may still enter by its date or id, so equals stay competitive.
        private void RaiseMinScore()
        {
            if (_owner._sort != SortOrder.Relevance || _owner.Total <= _owner._countThreshold || _owner._best.Count < _owner._size || _owner._size == 0) return;
            MinCompetitiveScore = (float)_owner._best.Peek().Key;
            _owner.IsExact = false;
        }
    }
}
