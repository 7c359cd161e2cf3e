using System.Collections;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Requests;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Embedded;

/// <summary>
/// Keeps the best documents of a snapshot in the service's order: key (score or doc value) falling, newer first, then id. Counts all matches up to a
/// threshold; beyond it documents that cannot enter the best may be skipped, and <see cref="IsExact"/> says so. With stories, the best document of each stands for it.
/// From a place in the list on, only what comes after it is kept; all matches are counted.
/// </summary>
internal sealed class HitCollector : Collector
{
    private readonly ArticleSnapshot _snapshot;
    private readonly SortOrder _sort;
    private readonly int _size;
    private readonly int _countThreshold;
    private readonly BestHits _best;
    private readonly SnapshotStories? _stories;
    private readonly ListPlace? _place;
    private readonly Comparer<RankedHit> _bestFirst;

    // Of the numbered stories, those that had a match.
    private readonly BitArray _seen;

    /// <summary>Creates a collector.</summary>
    /// <param name="snapshot">What is searched.</param>
    /// <param name="sort">The order.</param>
    /// <param name="size">How many to keep; 0 only counts.</param>
    /// <param name="countThreshold">Matches that are counted in any case.</param>
    /// <param name="grouping">What is one hit.</param>
    /// <param name="place">Where the list goes on; null for its beginning.</param>
    public HitCollector(
        ArticleSnapshot snapshot, SortOrder sort, int size, int countThreshold = int.MaxValue, HitGrouping grouping = HitGrouping.None, ListPlace? place = null)
    {
        _place = place;
        _bestFirst = new HitComparer(snapshot).BestFirst;
        _snapshot = snapshot;
        _sort = sort;
        _size = size;
        _countThreshold = countThreshold;
        _stories = grouping == HitGrouping.Story ? snapshot.Stories : null;
        _seen = new BitArray(_stories?.Numbered ?? 0);
        _best = new BestHits(size, _bestFirst, _stories);
    }

    /// <summary>Matches seen, each article counted.</summary>
    public long Total { get; private set; }

    /// <summary>Stories of the matches seen; with every article by itself, as many as there are matches.</summary>
    public long Stories { get; private set; }

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
    public RankedHit[] ToSortedArray() => _best.ToSortedArray();

    private void Count(int doc)
    {
        Total++;
        int story = _stories?.StoryOf(doc) ?? SnapshotStories.Alone;
        if (story != SnapshotStories.Alone)
        {
            if (_seen[story]) return;
            _seen[story] = true;
        }

        Stories++;
    }

    /// <summary>Whether a hit comes after the place where the list goes on, and its story too.</summary>
    private bool IsAhead(RankedHit hit) => _place is null || (_bestFirst.Compare(hit, _place.Last) > 0 && _place.Shown?.Has(hit.Doc) != true);

    private sealed class Leaf : LeafCollector
    {
        private readonly HitCollector _owner;
        private readonly SegmentOrder _order;
        private float _minKept;

        public Leaf(HitCollector owner, LeafReaderContext context)
        {
            _owner = owner;
            _order = new SegmentOrder(owner._snapshot, owner._sort, context);
            RaiseMinScore();
        }

        public override float MinKeptScore => _minKept;

        public override void Collect(int doc, float score)
        {
            RankedHit hit = _order.HitOf(doc, score);
            _owner.Count(hit.Doc);
            if (_owner.IsAhead(hit)) _owner._best.Add(hit);
            RaiseMinScore();
        }

        // A document with the worst kept score may still enter by its date or id, so equals stay competitive.
        private void RaiseMinScore()
        {
            if (_owner._sort != SortOrder.Relevance || !_owner._best.IsFull || _owner._size == 0) return;
            _minKept = (float)_owner._best.Worst.Key;
            if (_owner.Total <= _owner._countThreshold) return;
            MinCompetitiveScore = _minKept;
            _owner.IsExact = false;
        }
    }
}
