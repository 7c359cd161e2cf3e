using System.Runtime.InteropServices;

namespace SearchNews.Search.Facets;

/// <summary>The buckets that each story has been counted in: few for any one, so that a chain a story is faster than a set a bucket. One thread.</summary>
/// <param name="stories">Numbered stories.</param>
internal sealed class StoryBuckets(int stories)
{
    // One more than the place of the story's latest entry; 0 for none.
    private readonly int[] _latest = new int[stories];
    private readonly List<Entry> _entries = [];

    /// <summary>Notes that a story is counted in a bucket; false when it was before.</summary>
    public bool Add(int story, int bucket)
    {
        ReadOnlySpan<Entry> entries = CollectionsMarshal.AsSpan(_entries);
        for (int place = _latest[story]; place > 0; place = entries[place - 1].Before)
        {
            if (entries[place - 1].Bucket == bucket) return false;
        }

        _entries.Add(new Entry(bucket, _latest[story]));
        _latest[story] = _entries.Count;
        return true;
    }

    private readonly record struct Entry(int Bucket, int Before);
}
