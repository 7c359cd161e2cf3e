namespace SearchNews.Articles.FrontMatter;

/// <summary>The tokens of one front matter in their order. Used by one thread.</summary>
internal sealed class PlainTokens
{
    private PlainToken[] _items = new PlainToken[256];

    /// <summary>Number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>Number of tokens there is room for.</summary>
    public int Capacity => _items.Length;

    /// <summary>The token at a place below <see cref="Count"/>.</summary>
    public PlainToken this[int index] => _items[index];

    /// <summary>Removes all tokens.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a token at the end.</summary>
    public void Add(PlainToken token)
    {
        if (Count == _items.Length)
        {
            // Not Array.Resize: its code would have to be made for this struct first, in processes that read a few files.
            var larger = new PlainToken[_items.Length * 2];
            Array.Copy(_items, larger, Count);
            _items = larger;
        }

        _items[Count++] = token;
    }
}
