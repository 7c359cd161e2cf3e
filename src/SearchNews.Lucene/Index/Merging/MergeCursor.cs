using SearchNews.Lucene.Search;

namespace SearchNews.Lucene.Index.Merging;

/// <summary>Walks the live documents of several segments that have a value, under their merged numbers. For the doc-values iterators of this folder.</summary>
/// <typeparam name="T">The kind of doc values.</typeparam>
internal sealed class MergeCursor<T>(MergeSource[] sources, Func<LeafReader, T?> open)
    where T : DocValuesIterator
{
    // The next document to hand out, which AdvanceExact may have found already.
    private int _found = -1;

    /// <summary>The current document; after <see cref="AdvanceExact"/> the target.</summary>
    public int Doc { get; private set; } = -1;

    /// <summary>Which segment the current document is in.</summary>
    public int Source { get; private set; } = -1;

    /// <summary>The segment's own iterator, at the current document.</summary>
    public T? Values { get; private set; }

    /// <summary>An upper estimate of the number of documents.</summary>
    public long Cost => sources.Sum(s => (long)s.Reader.NumDocs);

    public int Next()
    {
        if (_found <= Doc) Find();
        return Doc = _found;
    }

    public int Advance(int target)
    {
        while (_found < target) Find();
        return Doc = _found;
    }

    public bool AdvanceExact(int target)
    {
        while (_found < target) Find();
        Doc = target;
        return _found == target;
    }

    private void Find()
    {
        while (true)
        {
            int doc = Values?.NextDoc() ?? DocIdSetIterator.NoMoreDocs;
            if (doc != DocIdSetIterator.NoMoreDocs)
            {
                int merged = sources[Source].Map(doc);
                if (merged < 0) continue;
                if ((merged & 1023) == 0) sources[Source].Stopping.ThrowIfCancellationRequested();
                _found = merged;
                return;
            }

            if (++Source == sources.Length)
            {
                _found = DocIdSetIterator.NoMoreDocs;
                return;
            }

            Values = open(sources[Source].Reader);
        }
    }
}
