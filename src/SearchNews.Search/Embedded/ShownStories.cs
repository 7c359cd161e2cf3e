using System.Collections;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Requests;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Embedded;

/// <summary>
/// Finds the numbered stories that the pages before have shown: those with a match at a place of the order or before it, as the best match of a story stands for it. Their other
/// matches, which come later in the order, are not to be shown again. Runs before the page is collected: only then is it known of each hit whether it counts, so that skipping stays exact.
/// </summary>
internal sealed class ShownStories : Collector
{
    private readonly ArticleSnapshot _snapshot;
    private readonly SortOrder _sort;
    private readonly RankedHit _last;
    private readonly Comparer<RankedHit> _bestFirst;
    private readonly BitArray _shown;

    /// <summary>Creates a collector.</summary>
    /// <param name="snapshot">What is searched.</param>
    /// <param name="sort">The order.</param>
    /// <param name="last">The last hit shown.</param>
    public ShownStories(ArticleSnapshot snapshot, SortOrder sort, RankedHit last)
    {
        _snapshot = snapshot;
        _sort = sort;
        _last = last;
        _bestFirst = new HitComparer(snapshot).BestFirst;
        _shown = new BitArray(snapshot.Stories.Numbered);
    }

    /// <inheritdoc/>
    public override ScoreMode ScoreMode => _sort == SortOrder.Relevance ? ScoreMode.TopScores : ScoreMode.CompleteNoScores;

    /// <inheritdoc/>
    public override LeafCollector GetLeafCollector(LeafReaderContext context) => new Leaf(this, context);

    /// <summary>Whether the story of a document has been shown. Documents that are alone are not looked for here.</summary>
    public bool Has(int doc)
    {
        int story = _snapshot.Stories.StoryOf(doc);
        return story != SnapshotStories.Alone && _shown[story];
    }

    private sealed class Leaf : LeafCollector
    {
        private readonly ShownStories _owner;
        private readonly SegmentOrder _order;

        public Leaf(ShownStories owner, LeafReaderContext context)
        {
            _owner = owner;
            _order = new SegmentOrder(owner._snapshot, owner._sort, context);

            // What scores less than the last hit shown comes after it.
            if (owner._sort == SortOrder.Relevance) MinCompetitiveScore = (float)owner._last.Key;
        }

        public override void Collect(int doc, float score)
        {
            RankedHit hit = _order.HitOf(doc, score);
            int story = _owner._snapshot.Stories.StoryOf(hit.Doc);
            if (story != SnapshotStories.Alone && _owner._bestFirst.Compare(hit, _owner._last) <= 0) _owner._shown[story] = true;
        }
    }
}
