using System.Runtime.CompilerServices;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>Where the 128 values of a FOR block of a given width lie in its 64-bit words. Source: lucene84 ForUtil.</summary>
/// <remarks>
/// A word is divided into lanes of 8, 16 or 32 bits, the most significant first. Value <c>lane * Slots + slot</c> lives in that lane.
/// <code>
/// slot &lt; Full * Words   : word slot % Words; bits from the lane's top, the (slot / Words)-th group of Width bits
/// the slots after those  : their values, most significant bit first, make one string of bits per lane; it is cut into
///                          pieces of Rest bits, and piece k is the low end of the lane in word k
/// </code>
/// The words are little-endian, so in the file the last lane of a word comes first.
/// </remarks>
internal readonly struct ForLayout
{
    public ForLayout(int width)
    {
        Width = width;
        Lane = width <= 8 ? 8 : width <= 16 ? 16 : 32;
    }

    /// <summary>Bits of a value, 1 to 32.</summary>
    public int Width { get; }

    /// <summary>Bits of a lane.</summary>
    public int Lane { get; }

    /// <summary>Lanes in a word: 8, 4 or 2.</summary>
    public int Lanes => 64 / Lane;

    /// <summary>Values in a lane: 16, 32 or 64.</summary>
    public int Slots => 2 * Lane;

    /// <summary>Words in the block.</summary>
    public int Words => 2 * Width;

    /// <summary>Whole values that fit into a lane of a word.</summary>
    public int Full => Lane / Width;

    /// <summary>Bits that are left in a lane below the whole values.</summary>
    public int Rest => Lane - Full * Width;

    /// <summary>A word whose lanes hold <paramref name="bits"/> ones at their low end each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Mask(int bits) => (ulong.MaxValue / (ulong.MaxValue >> (64 - Lane))) * (ulong.MaxValue >> (64 - bits));
}
