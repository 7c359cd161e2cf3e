using System.Numerics;

namespace SearchNews.Search.Stories;

/// <summary>Open stories by a hash of what they have: chains that begin with the story entered last. One thread.</summary>
internal sealed class OpenStoryIndex
{
    private const int SmallestLength = 256;

    // Chains by the low bits of keys: places of entries, each with the place of the next; -1 ends a chain.
    private int[] _heads = NewHeads(SmallestLength);
    private Entry[] _entries = new Entry[SmallestLength];
    private int _count;

    /// <summary>Adds a story under a key.</summary>
    public void Add(uint key, OpenStory story)
    {
        if (_count == _entries.Length) Grow();
        int chain = (int)key & (_heads.Length - 1);
        _entries[_count] = new Entry(key, _heads[chain], story);
        _heads[chain] = _count++;
    }

    /// <summary>The place of the story entered last under a key; -1 when there is none.</summary>
    public int First(uint key) => Find(key, _heads[(int)key & (_heads.Length - 1)]);

    /// <summary>The place of the story entered before that of a place, under the same key; -1 when there is none.</summary>
    public int Next(int place) => Find(_entries[place].Key, _entries[place].Next);

    /// <summary>The story of a place.</summary>
    public OpenStory At(int place) => _entries[place].Story;

    /// <summary>Removes everything.</summary>
    public void Clear()
    {
        Array.Fill(_heads, -1);
        Array.Clear(_entries, 0, _count);
        _count = 0;
    }

    private static int[] NewHeads(int length)
    {
        var heads = new int[length];
        Array.Fill(heads, -1);
        return heads;
    }

    private int Find(uint key, int place)
    {
        while (place >= 0 && _entries[place].Key != key) place = _entries[place].Next;
        return place;
    }

    private void Grow()
    {
        Array.Resize(ref _entries, 2 * _entries.Length);
        _heads = NewHeads((int)BitOperations.RoundUpToPowerOf2((uint)_entries.Length));
        for (int place = 0; place < _count; place++)
        {
            int chain = (int)_entries[place].Key & (_heads.Length - 1);
            _entries[place] = _entries[place] with { Next = _heads[chain] };
            _heads[chain] = place;
        }
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Entry(uint Key, int Next, OpenStory Story);
}
