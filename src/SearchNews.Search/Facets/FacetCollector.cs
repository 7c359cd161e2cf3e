using System.Text;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;
using SearchNews.Search.Indexing;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Facets;

/// <summary>Counts every match by the values of some fields. With stories, a story counts once for each value that a matching article of it has.</summary>
internal sealed class FacetCollector : Collector
{
    private readonly ArticleSnapshot _snapshot;
    private readonly SnapshotStories? _stories;
    private readonly FacetField[] _fields;
    private readonly FacetBuckets[] _buckets;

    /// <summary>Creates a collector.</summary>
    /// <param name="snapshot">What is searched.</param>
    /// <param name="fields">What to count by.</param>
    /// <param name="stories">What is one hit; null for every article.</param>
    public FacetCollector(ArticleSnapshot snapshot, IEnumerable<FacetField> fields, SnapshotStories? stories)
    {
        _snapshot = snapshot;
        _stories = stories;
        _fields = [.. fields];
        _buckets = [.. _fields.Select(_ => new FacetBuckets(stories?.Numbered ?? 0))];
    }

    /// <inheritdoc/>
    public override ScoreMode ScoreMode => ScoreMode.CompleteNoScores;

    /// <summary>The values of each field, in the order in which the fields were given.</summary>
    public IEnumerable<(FacetField Field, FacetBuckets Buckets)> Results => _fields.Zip(_buckets);

    /// <inheritdoc/>
    public override LeafCollector GetLeafCollector(LeafReaderContext context) =>
        new Leaf(this, context.DocBase, [.. _fields.Select((field, i) => Column(field, context, _buckets[i]))]);

    private Action<int, int> Column(FacetField field, LeafReaderContext context, FacetBuckets buckets) => field switch
    {
        FacetField.Provider => Sorted(context.Reader.GetSortedDocValues(ArticleFields.Provider), buckets),
        FacetField.Type => Sorted(context.Reader.GetSortedDocValues(ArticleFields.Type), buckets),
        FacetField.Category => Sorted(context.Reader.GetSortedDocValues(ArticleFields.Category), buckets),
        FacetField.Topic => SortedSet(context.Reader.GetSortedSetDocValues(ArticleFields.Topic), buckets),
        FacetField.Month => Month(_snapshot.Columns[context.Ord].PublishedAt, buckets),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Unknown facet."),
    };

    private static Action<int, int> Sorted(SortedDocValues? values, FacetBuckets buckets)
    {
        if (values is null) return static (_, _) => { };
        OrdCounts counts = buckets.Begin(values.ValueCount, ord => Encoding.UTF8.GetString(values.LookupOrd((int)ord)));
        return (doc, story) =>
        {
            if (values.AdvanceExact(doc)) counts.Add(values.OrdValue, story);
        };
    }

    private static Action<int, int> SortedSet(SortedSetDocValues? values, FacetBuckets buckets)
    {
        if (values is null) return static (_, _) => { };
        OrdCounts counts = buckets.Begin(values.ValueCount, ord => Encoding.UTF8.GetString(values.LookupOrd(ord)));
        return (doc, story) =>
        {
            if (!values.AdvanceExact(doc)) return;
            for (long ord = values.NextOrd(); ord != SortedSetDocValues.NoMoreOrds; ord = values.NextOrd()) counts.Add(ord, story);
        };
    }

    private static Action<int, int> Month(long[] publishedAt, FacetBuckets buckets)
    {
        var months = new MonthBuckets(buckets);
        return (doc, story) =>
        {
            if (publishedAt[doc] != SignalColumns.NoDate) buckets.Count(months.Of(publishedAt[doc]), story);
        };
    }

    private sealed class Leaf(FacetCollector owner, int docBase, Action<int, int>[] columns) : LeafCollector
    {
        public override void Collect(int doc, float score)
        {
            int story = owner._stories?.StoryOf(docBase + doc) ?? SnapshotStories.Alone;
            foreach (Action<int, int> column in columns) column(doc, story);
        }
    }
}
