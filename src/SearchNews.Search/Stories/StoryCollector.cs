using System.Collections;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;

namespace SearchNews.Search.Stories;

/// <summary>Counts the stories that have a match, and keeps the first of them in some order. A story is listed with all its articles, whichever matched.</summary>
internal sealed class StoryCollector : Collector
{
    private readonly ArticleSnapshot _snapshot;
    private readonly Comparer<ListedStory> _order;
    private readonly int _size;
    private readonly BitArray _seen;

    // The last of those that are kept on top.
    private readonly PriorityQueue<ListedStory, ListedStory> _kept;

    /// <summary>Creates a collector.</summary>
    /// <param name="snapshot">What is searched.</param>
    /// <param name="order">The order; no two stories are equal in it.</param>
    /// <param name="size">How many to keep.</param>
    public StoryCollector(ArticleSnapshot snapshot, Comparer<ListedStory> order, int size)
    {
        _snapshot = snapshot;
        _order = order;
        _size = size;
        _seen = new BitArray(snapshot.Stories.Numbered);
        _kept = new PriorityQueue<ListedStory, ListedStory>(Comparer<ListedStory>.Create((left, right) => order.Compare(right, left)));
    }

    /// <summary>Articles that match.</summary>
    public int Articles { get; private set; }

    /// <summary>Their stories.</summary>
    public int Stories { get; private set; }

    /// <inheritdoc/>
    public override ScoreMode ScoreMode => ScoreMode.CompleteNoScores;

    /// <inheritdoc/>
    public override LeafCollector GetLeafCollector(LeafReaderContext context) => new Leaf(this, context.DocBase, _snapshot.Columns[context.Ord]);

    /// <summary>The stories kept, in order.</summary>
    public ListedStory[] ToSortedArray()
    {
        ListedStory[] stories = [.. _kept.UnorderedItems.Select(item => item.Element)];
        Array.Sort(stories, _order);
        return stories;
    }

    private void Keep(ListedStory story)
    {
        Stories++;
        if (_kept.Count < _size) _kept.Enqueue(story, story);
        else if (_size > 0 && _order.Compare(story, _kept.Peek()) < 0) _kept.EnqueueDequeue(story, story);
    }

    private ListedStory Describe(ReadOnlySpan<int> docs)
    {
        float coverage = 0;
        long last = SignalColumns.NoDate;
        foreach (int doc in docs)
        {
            LeafReaderContext leaf = _snapshot.Reader.LeafOf(doc);
            SignalColumns columns = _snapshot.Columns[leaf.Ord];
            coverage = Math.Max(coverage, columns.Coverage[doc - leaf.DocBase]);
            last = Math.Max(last, columns.PublishedAt[doc - leaf.DocBase]);
        }

        return new ListedStory(docs[0], docs.Length, coverage, last);
    }

    private sealed class Leaf(StoryCollector owner, int docBase, SignalColumns columns) : LeafCollector
    {
        public override void Collect(int doc, float score)
        {
            owner.Articles++;
            int story = owner._snapshot.Stories.StoryOf(docBase + doc);
            if (story == SnapshotStories.Alone)
            {
                owner.Keep(new ListedStory(docBase + doc, 1, columns.Coverage[doc], columns.PublishedAt[doc]));
            }
            else if (!owner._seen[story])
            {
                owner._seen[story] = true;
                owner.Keep(owner.Describe(owner._snapshot.Stories.DocsOf(story)));
            }
        }
    }
}
