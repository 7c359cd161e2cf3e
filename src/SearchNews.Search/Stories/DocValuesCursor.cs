using SearchNews.Lucene.Index;

namespace SearchNews.Search.Stories;

/// <summary>Doc values of a segment by any document: iterators go forward only, so going back opens another one. One thread.</summary>
/// <param name="open">Opens an iterator; null when the segment has no value of the field.</param>
internal sealed class DocValuesCursor<T>(Func<T?> open)
    where T : DocValuesIterator
{
    private T? _values;
    private int _at = int.MaxValue;

    /// <summary>The values, standing on a document; null when it has none.</summary>
    public T? MoveTo(int doc)
    {
        if (doc < _at) _values = open();
        _at = doc;
        return _values is not null && _values.AdvanceExact(doc) ? _values : null;
    }
}
