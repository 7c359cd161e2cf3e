using System.Numerics;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Codecs.Lucene84;

/// <summary>
/// Collects the competitive (frequency, norm) pairs of a run of documents: those that no other pair beats with at least the frequency and at most
/// the norm. A score that grows with the frequency and falls with the norm is greatest at one of them.
/// </summary>
/// <remarks>
/// Norms are bytes; they compare as unsigned 64-bit numbers after sign extension, which is the order of the bytes as unsigned. A wider norm,
/// which only a foreign similarity would make, counts as 127: smaller than it, so that the pair still bounds the document.
/// </remarks>
internal sealed class ImpactAccumulator
{
    private const int Norms = 256;

    private readonly int[] _maxFreqs = new int[Norms];

    // A bit for each norm that has a frequency: blocks have few of them.
    private readonly ulong[] _norms = new ulong[Norms / 64];

    /// <summary>Adds a document.</summary>
    public void Add(int freq, long norm) => Add(norm == (sbyte)norm ? (byte)norm : (byte)sbyte.MaxValue, freq);

    /// <summary>Adds all documents of another.</summary>
    public void AddAll(ImpactAccumulator other)
    {
        for (int norm = other.NextNorm(0); norm < Norms; norm = other.NextNorm(norm + 1)) Add((byte)norm, other._maxFreqs[norm]);
    }

    /// <summary>Forgets all documents.</summary>
    public void Clear()
    {
        Array.Clear(_maxFreqs);
        Array.Clear(_norms);
    }

    /// <summary>Writes the pairs, ascending in frequency and norm; see <see cref="ImpactsCodec"/>.</summary>
    public void Write(DataOutput output)
    {
        var previous = new Impact(0, 0);
        for (int norm = NextNorm(0); norm < Norms; norm = NextNorm(norm + 1))
        {
            if (_maxFreqs[norm] <= previous.Freq) continue;
            var impact = new Impact(_maxFreqs[norm], (sbyte)norm);
            ImpactsCodec.Write(output, impact, previous);
            previous = impact;
        }
    }

    private void Add(byte norm, int freq)
    {
        _norms[norm >> 6] |= 1UL << norm;
        ref int max = ref _maxFreqs[norm];
        if (freq > max) max = freq;
    }

    /// <summary>The first norm from <paramref name="norm"/> on that has a frequency, or <see cref="Norms"/>.</summary>
    private int NextNorm(int norm)
    {
        for (int word = norm >> 6; word < _norms.Length; word++)
        {
            ulong bits = _norms[word];
            if (word == norm >> 6) bits &= ulong.MaxValue << norm;
            if (bits != 0) return (word << 6) + BitOperations.TrailingZeroCount(bits);
        }

        return Norms;
    }
}
