namespace SearchNews.Lucene.Search;

/// <summary>
/// What searches of one snapshot are made of (weights, scorers, postings, their arrays), kept from one search to the next, so that a search of a kind that was seen before allocates nothing.
/// Belongs to one thread at a time.
/// </summary>
/// <remarks>
/// What <see cref="Take{T}"/> gives belongs to the taker until the search ends, and not longer; it may have been used before, so each kind has a method <c>Set</c> that does what a constructor would.
/// Outside of a search, as when a weight is made to explain hits, everything taken is new and stays the taker's. What the scorers of a segment take is kept apart from that of other segments,
/// as postings are bound to files.
/// </remarks>
internal sealed class SearchMemory
{
    // A term takes some five things in a segment, up to 15 KB with its tables. What a search of a thousand terms takes is not worth keeping.
    private const int MaxKept = 1 << 11;

    [ThreadStatic]
    private static SearchMemory? t_current;

    private static int s_kinds;

    // By segment, the last for what belongs to the whole index; in each a shelf a kind.
    private readonly Shelf[][] _rooms;
    private SearchMemory? _outer;
    private int _room;
    private int _taken;
    private TopScoreDocCollector? _collector;

    /// <summary>Creates an empty memory.</summary>
    /// <param name="segments">Segments of the snapshot.</param>
    public SearchMemory(int segments)
    {
        _rooms = new Shelf[segments + 1][];
        Array.Fill(_rooms, []);
        _room = segments;
    }

    /// <summary>Collects the best hits.</summary>
    public TopScoreDocCollector Collector => _collector ??= new TopScoreDocCollector(1);

    /// <summary>Something to be set up and used until the search of this thread ends. Its constructor takes nothing.</summary>
    public static T Take<T>()
        where T : class, new()
    {
        if (t_current is not { } memory) return new T();
        memory._taken++;
        ref Shelf shelf = ref memory.ShelfOf(Kind<T>.Number);
        if (shelf.Used == shelf.Items.Length) Array.Resize(ref shelf.Items, Math.Max(4, 2 * shelf.Used));
        return (T)(shelf.Items[shelf.Used++] ??= new T());
    }

    /// <summary>An empty list to be filled, kept like everything else.</summary>
    public static List<T> TakeList<T>()
    {
        List<T> list = Take<List<T>>();
        list.Clear();
        return list;
    }

    /// <summary>An array to be kept that holds so many elements at least; what is in it stays only where it did before.</summary>
    public static void Fit<T>(ref T[] array, int length)
    {
        if (array.Length < length) array = new T[Math.Max(length, 2 * array.Length)];
    }

    /// <summary>A search begins on this thread, possibly within another.</summary>
    public void Begin()
    {
        _outer = t_current;
        t_current = this;
    }

    /// <summary>From now on things are taken for a segment.</summary>
    public void Enter(int segment) => _room = segment;

    /// <summary>The search ended: nothing that was taken is used any more.</summary>
    /// <returns>False when the memory is better forgotten.</returns>
    public bool End()
    {
        t_current = _outer;
        _outer = null;
        _room = _rooms.Length - 1;
        foreach (Shelf[] room in _rooms)
        {
            foreach (ref Shelf shelf in room.AsSpan()) shelf.Used = 0;
        }

        bool isWorthKeeping = _taken <= MaxKept;
        _taken = 0;
        return isWorthKeeping;
    }

    private ref Shelf ShelfOf(int kind)
    {
        ref Shelf[] room = ref _rooms[_room];
        if (kind >= room.Length)
        {
            int known = room.Length;
            Array.Resize(ref room, Math.Max(kind + 1, 2 * known));
            for (int i = known; i < room.Length; i++) room[i].Items = [];
        }

        return ref room[kind];
    }

    private static class Kind<T>
    {
        public static readonly int Number = Interlocked.Increment(ref s_kinds) - 1;
    }

    private struct Shelf
    {
        public object?[] Items;
        public int Used;
    }
}
