using System.Numerics;

namespace SearchNews.Search.Stories;

/// <summary>
/// A vector laid out to be compared with many: whether it has a stem of another is one look, where walking through both guesses wrong at every other step. The sums are those of
/// <see cref="StoryVector.Likeness"/> to the last bit, as shared stems are added in the same order. One thread.
/// </summary>
internal sealed class LikenessProbe
{
    // Most looks find nothing, and are to end at once.
    private const int SlotsPerStem = 8;

    // A hash table with open addresses: 1 + the place of a stem in the vector, 0 for none. The first _length slots are in use, a power of two.
    private ushort[] _places = [0];
    private int _length = 1;
    private StoryVector? _vector;

    /// <summary>Lays out a vector in place of the one before; it must stay as it is as long as others are compared with it.</summary>
    public void Set(StoryVector vector)
    {
        ReadOnlySpan<uint> stems = vector.Stems;
        _vector = vector;
        _length = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, stems.Length * SlotsPerStem));
        if (_length > _places.Length) _places = new ushort[_length];
        else _places.AsSpan(0, _length).Clear();
        for (int i = 0; i < stems.Length; i++) _places[SlotOf(stems, stems[i])] = (ushort)(i + 1);
    }

    /// <summary>The cosine of the vector laid out and another, 0 to 1.</summary>
    public double Likeness(StoryVector other)
    {
        double sum = 0;
        if (_vector is null) return sum;
        ReadOnlySpan<uint> stems = _vector.Stems;
        ReadOnlySpan<double> weights = _vector.Weights;
        ReadOnlySpan<uint> others = other.Stems;
        ReadOnlySpan<double> otherWeights = other.Weights;
        for (int i = 0; i < others.Length; i++)
        {
            int place = _places[SlotOf(stems, others[i])];
            if (place != 0) sum += weights[place - 1] * otherWeights[i];
        }

        return sum;
    }

    // Where a stem is, or would be.
    private int SlotOf(ReadOnlySpan<uint> stems, uint stem)
    {
        ushort[] places = _places;
        int mask = _length - 1;
        int slot = (int)stem & mask;
        for (int place = places[slot]; place != 0 && stems[place - 1] != stem; place = places[slot]) slot = (slot + 1) & mask;
        return slot;
    }
}
