using System.Runtime.InteropServices;

namespace SearchNews.Lucene.Index.Merging;

/// <summary>
/// The sorted values of several segments as one sorted list without repeats: which ordinal each segment's ordinal becomes, and where each value can be
/// looked up. One thread, as the look-ups share the segments' iterators.
/// </summary>
internal sealed class OrdinalMap
{
    private readonly OrdinalSource[] _sources;
    private readonly int[][] _merged;
    private readonly List<(int Source, int Ord)> _values = [];

    /// <summary>Merges the lists.</summary>
    public OrdinalMap(OrdinalSource[] sources)
    {
        _sources = sources;
        _merged = Array.ConvertAll(sources, s => new int[s.Count]);
        var heads = new PriorityHeap<Head>((a, b) => Compare(a, b));
        for (int source = 0; source < sources.Length; source++) PushNext(heads, new Head(source, -1));
        while (heads.Count > 0)
        {
            Head first = heads.Pop();
            int merged = _values.Count;
            _values.Add((first.Source, first.Ord));
            _merged[first.Source][first.Ord] = merged;
            while (heads.Count > 0 && Lookup(heads.Peek()).SequenceEqual(Lookup(first)))
            {
                Head same = heads.Pop();
                _merged[same.Source][same.Ord] = merged;
                PushNext(heads, same);
            }

            PushNext(heads, first);
        }
    }

    /// <summary>Number of distinct values.</summary>
    public int Count => _values.Count;

    /// <summary>The merged ordinal of a segment's ordinal, which must be in use.</summary>
    public int Map(int source, int ord) => _merged[source][ord];

    /// <summary>The value of a merged ordinal; valid until the next look-up.</summary>
    public ReadOnlySpan<byte> LookupOrd(int ord) => _sources[_values[ord].Source].Lookup(_values[ord].Ord);

    /// <summary>The merged ordinal of a value, or -(insertion point) - 1.</summary>
    public int LookupTerm(ReadOnlySpan<byte> term)
    {
        int low = 0;
        int high = Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = LookupOrd(middle).SequenceCompareTo(term);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return ~low;
    }

    private void PushNext(PriorityHeap<Head> heads, Head head)
    {
        OrdinalSource source = _sources[head.Source];
        int ord = head.Ord + 1;
        while (ord < source.Count && source.Used is { } used && !used[ord]) ord++;
        if (ord < source.Count) heads.Push(new Head(head.Source, ord));
    }

    private int Compare(Head a, Head b)
    {
        int order = Lookup(a).SequenceCompareTo(Lookup(b));
        return order != 0 ? order : a.Source.CompareTo(b.Source);
    }

    private ReadOnlySpan<byte> Lookup(Head head) => _sources[head.Source].Lookup(head.Ord);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Head(int Source, int Ord);
}
