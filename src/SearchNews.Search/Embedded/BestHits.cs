using System.Diagnostics;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Embedded;

/// <summary>
/// The best hits so far, at most so many. With stories, one a story: the best of it. A binary heap with the worst on top, so that what is kept is exactly what sorting everything, keeping the
/// first of each story and cutting off would keep: a story that fell out comes back with its next hit that is good enough, and that is its best by then.
/// </summary>
/// <param name="size">How many to keep.</param>
/// <param name="bestFirst">The order; no two documents are equal in it.</param>
/// <param name="stories">What is one hit; null for every document.</param>
internal sealed class BestHits(int size, IComparer<RankedHit> bestFirst, SnapshotStories? stories)
{
    private readonly List<RankedHit> _heap = [];

    // Where the hit of a numbered story is.
    private readonly Dictionary<int, int> _places = [];

    /// <summary>True when a hit must be better than the worst to be kept.</summary>
    public bool IsFull => _heap.Count >= size;

    /// <summary>The worst hit kept; there must be one.</summary>
    public RankedHit Worst => _heap[0];

    /// <summary>Keeps a hit, if it is among the best.</summary>
    public void Add(RankedHit hit)
    {
        int story = StoryOf(hit);
        if (story != SnapshotStories.Alone && _places.TryGetValue(story, out int place))
        {
            if (bestFirst.Compare(hit, _heap[place]) < 0) SiftDown(place, hit);
        }
        else if (_heap.Count < size)
        {
            _heap.Add(hit);
            SiftUp(_heap.Count - 1, hit);
        }
        else if (size > 0 && hit.Key >= _heap[0].Key && bestFirst.Compare(hit, _heap[0]) < 0)
        {
            int dropped = StoryOf(_heap[0]);
            if (dropped != SnapshotStories.Alone) _places.Remove(dropped);
            SiftDown(0, hit);
        }
    }

    /// <summary>The hits, best first.</summary>
    public RankedHit[] ToSortedArray()
    {
        RankedHit[] hits = [.. _heap];
        Array.Sort(hits, bestFirst);
        return hits;
    }

    private int StoryOf(RankedHit hit) => stories?.StoryOf(hit.Doc) ?? SnapshotStories.Alone;

    private bool IsWorse(RankedHit left, RankedHit right) => bestFirst.Compare(left, right) > 0;

    private void SiftUp(int place, RankedHit hit)
    {
        while (place > 0)
        {
            int parent = (place - 1) / 2;
            if (!IsWorse(hit, _heap[parent])) break;
            Put(place, _heap[parent]);
            place = parent;
        }

        Put(place, hit);
    }

    /// <summary>Puts a hit in the place of a worse one.</summary>
    private void SiftDown(int place, RankedHit hit)
    {
        while (true)
        {
            int child = (2 * place) + 1;
            if (child >= _heap.Count) break;
            if (child + 1 < _heap.Count && IsWorse(_heap[child + 1], _heap[child])) child++;
            if (!IsWorse(_heap[child], hit)) break;
            Put(place, _heap[child]);
            place = child;
        }

        Put(place, hit);
    }

    private void Put(int place, RankedHit hit)
    {
        _heap[place] = hit;
        int story = StoryOf(hit);
        if (story != SnapshotStories.Alone) _places[story] = place;
        Debug.Assert(place < size, "The heap never grows beyond what is kept.");
    }
}
