namespace SearchNews.Lucene.Index.Merging;

/// <summary>A binary heap with the least element on top. One thread.</summary>
/// <typeparam name="T">The elements.</typeparam>
/// <param name="compare">Their order.</param>
internal sealed class PriorityHeap<T>(Comparison<T> compare)
{
    private readonly List<T> _items = [];

    public int Count => _items.Count;

    public T Peek() => _items[0];

    public void Push(T item)
    {
        int at = _items.Count;
        _items.Add(item);
        while (at > 0)
        {
            int parent = (at - 1) >> 1;
            if (compare(_items[parent], item) <= 0) break;
            _items[at] = _items[parent];
            at = parent;
        }

        _items[at] = item;
    }

    public T Pop()
    {
        T top = _items[0];
        int last = _items.Count - 1;
        T item = _items[last];
        _items.RemoveAt(last);
        if (last > 0) SiftDown(item);
        return top;
    }

    private void SiftDown(T item)
    {
        int at = 0;
        while (true)
        {
            int child = (2 * at) + 1;
            if (child >= _items.Count) break;
            if (child + 1 < _items.Count && compare(_items[child + 1], _items[child]) < 0) child++;
            if (compare(item, _items[child]) <= 0) break;
            _items[at] = _items[child];
            at = child;
        }

        _items[at] = item;
    }
}
