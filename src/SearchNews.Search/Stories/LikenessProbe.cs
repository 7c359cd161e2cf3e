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

    // A hash table with open addresses: 1 + the place of a stem in the vector, 0 for none.
    private ushort[] _places = [];
    private uint[] _stems = [];
    private double[] _weights = [];

    /// <summary>Lays out a vector in place of the one before.</summary>
    public void Set(StoryVector vector)
    {
        Clear();
        _stems = vector.Stems;
        _weights = vector.Weights;
        int length = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(1, _stems.Length * SlotsPerStem));
        if (length > _places.Length) _places = new ushort[length];
        for (int i = 0; i < _stems.Length; i++) _places[SlotOf(_stems[i])] = (ushort)(i + 1);
    }

    /// <summary>The cosine of the vector laid out and another, 0 to 1.</summary>
    public double Likeness(StoryVector other)
    {
        double sum = 0;
        uint[] stems = other.Stems;
        for (int i = 0; i < stems.Length; i++)
        {
            int place = _places[SlotOf(stems[i])];
            if (place != 0) sum += _weights[place - 1] * other.Weights[i];
        }

        return sum;
    }

    // Where a stem is, or would be.
    private int SlotOf(uint stem)
    {
        int mask = _places.Length - 1;
        int slot = (int)stem & mask;
        for (int place = _places[slot]; place != 0 && _stems[place - 1] != stem; place = _places[slot]) slot = (slot + 1) & mask;
        return slot;
    }

    private void Clear()
    {
        // Of those that share a way, the one entered last ends it.
        for (int i = _stems.Length - 1; i >= 0; i--) _places[SlotOf(_stems[i])] = 0;
    }
}
