namespace SearchNews.Articles.FrontMatter;

/// <summary>An open map or list; used again by the next one at the same depth. One thread.</summary>
internal sealed class FrontMatterLevel
{
    /// <summary>Keys up to which comparing with each is quicker than hashing; real maps have up to 20.</summary>
    private const int FewKeys = 24;

    private readonly List<string> _keys = [];

    // All keys, once there are many.
    private HashSet<string>? _manyKeys;

    /// <summary>True when the next scalar of a map is a key.</summary>
    public bool ExpectsKey { get; private set; }

    /// <summary>True when a key of a map has no value yet.</summary>
    public bool ExpectsValue => IsMap && !ExpectsKey;

    /// <summary>Keys of the map so far.</summary>
    public int KeyCount => _keys.Count;

    private bool IsMap { get; set; }

    /// <summary>Opens a map or list.</summary>
    public void Begin(bool isMap)
    {
        IsMap = isMap;
        ExpectsKey = isMap;
        _keys.Clear();
        _manyKeys = null;
    }

    /// <summary>Goes from key to value, or from value to key.</summary>
    public void Alternate() => ExpectsKey = IsMap && !ExpectsKey;

    /// <summary>Notes a key; false when the map has it already.</summary>
    public bool AddKey(string key)
    {
        if (_keys.Count < FewKeys)
        {
            // Keys that articles are known to have are the same strings, so that most comparisons are of references or lengths.
            foreach (string known in _keys)
            {
                if (string.Equals(known, key)) return false;
            }
        }
        else
        {
            _manyKeys ??= new HashSet<string>(_keys, StringComparer.Ordinal);
            if (!_manyKeys.Add(key)) return false;
        }

        _keys.Add(key);
        return true;
    }
}
