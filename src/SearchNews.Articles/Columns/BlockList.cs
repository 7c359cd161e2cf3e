namespace SearchNews.Articles.Columns;

/// <summary>
/// A list of values that may become very long: it grows by blocks of 2,048, so that nothing is copied as it grows, no array is large, and little room is unused. One thread; many while nobody adds.
/// </summary>
/// <typeparam name="T">The values, kept without an object each.</typeparam>
public sealed class BlockList<T>
    where T : struct
{
    private const int BlockBits = 11;
    private const int BlockLength = 1 << BlockBits;
    private const int FirstLength = 16;

    private readonly List<T[]> _blocks = [];

    /// <summary>How many values there are.</summary>
    public int Count { get; private set; }

    /// <summary>A value; it may be written to. The reference is good until the next <see cref="Add"/>.</summary>
    public ref T this[int index] => ref _blocks[index >> BlockBits][index & (BlockLength - 1)];

    /// <summary>Adds a value at the end.</summary>
    public void Add(T value)
    {
        int at = Count & (BlockLength - 1);
        if (at == 0) _blocks.Add(new T[Count == 0 ? FirstLength : BlockLength]);
        else if (Count == _blocks[0].Length) _blocks[0] = Resized(_blocks[0], 2 * Count);
        _blocks[^1][at] = value;
        Count++;
    }

    // Only the first block grows, as most lists are short.
    private static T[] Resized(T[] block, int length)
    {
        Array.Resize(ref block, length);
        return block;
    }
}
