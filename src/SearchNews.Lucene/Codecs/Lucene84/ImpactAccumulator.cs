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
    private readonly int[] _maxFreqs = new int[256];

    /// <summary>Adds a document.</summary>
    public void Add(int freq, long norm)
    {
        ref int max = ref _maxFreqs[norm == (sbyte)norm ? (byte)norm : sbyte.MaxValue];
        if (freq > max) max = freq;
    }

    /// <summary>Adds all documents of another.</summary>
    public void AddAll(ImpactAccumulator other)
    {
        for (int i = 0; i < _maxFreqs.Length; i++) _maxFreqs[i] = Math.Max(_maxFreqs[i], other._maxFreqs[i]);
    }

    /// <summary>Forgets all documents.</summary>
    public void Clear() => Array.Clear(_maxFreqs);

    /// <summary>Writes the pairs, ascending in frequency and norm; see <see cref="ImpactsCodec"/>.</summary>
    public void Write(DataOutput output)
    {
        var previous = new Impact(0, 0);
        for (int i = 0; i < _maxFreqs.Length; i++)
        {
            if (_maxFreqs[i] <= previous.Freq) continue;
            var impact = new Impact(_maxFreqs[i], (sbyte)i);
            ImpactsCodec.Write(output, impact, previous);
            previous = impact;
        }
    }
}
