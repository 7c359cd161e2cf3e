namespace SearchNews.Lucene.Util;

/// <summary>A fixed-length set of bits, bit i of word i / 64 at position i mod 64, as in .liv files. Safe to read from many threads while nobody writes.</summary>
public sealed class Bits
{
    private readonly ulong[] _words;

    /// <summary>All bits clear.</summary>
    public Bits(int length)
        : this(new ulong[(length + 63) >> 6], length)
    {
    }

    /// <summary>Takes over <paramref name="words"/>; bits beyond the length must be clear.</summary>
    public Bits(ulong[] words, int length)
    {
        _words = words;
        Length = length;
    }

    /// <summary>All bits set.</summary>
    public static Bits AllSet(int length)
    {
        var bits = new Bits(length);
        bits.SetAll();
        return bits;
    }

    /// <summary>Number of bits.</summary>
    public int Length { get; }

    /// <summary>The words, lowest bits first.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>One bit.</summary>
    public bool this[int index]
    {
        get => (_words[index >> 6] & (1UL << index)) != 0;
        set
        {
            if (value) _words[index >> 6] |= 1UL << index;
            else _words[index >> 6] &= ~(1UL << index);
        }
    }

    /// <summary>Sets every bit.</summary>
    public void SetAll()
    {
        _words.AsSpan().Fill(ulong.MaxValue);
        if ((Length & 63) != 0) _words[^1] = (1UL << Length) - 1;
    }

    /// <summary>How many bits are set.</summary>
    public int Cardinality()
    {
        int count = 0;
        foreach (ulong word in _words) count += System.Numerics.BitOperations.PopCount(word);
        return count;
    }

    /// <summary>A copy that may be changed.</summary>
    public Bits Clone() => new((ulong[])_words.Clone(), Length);
}
