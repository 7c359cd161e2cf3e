using System.Numerics;

namespace SearchNews.Search.Stories;

/// <summary>
/// How many articles have each stem, frozen when a generation is built: stories found by updates are then those that grouping everything anew under the same table finds.
/// A stem that is not in it counts as one that a single article has. Immutable, thread-safe. Takes 16 to 32 bytes a stem.
/// </summary>
/// <remarks>A hash table with open addresses: stems are hashes already.</remarks>
internal sealed class StemTable
{
    private readonly uint[] _stems;
    private readonly int[] _docFreqs;
    private readonly double[] _idfs;
    private readonly double _unknown;

    /// <summary>Creates a table.</summary>
    /// <param name="docCount">Articles counted.</param>
    /// <param name="docFreqs">Those of them that have a stem, by its hash: two or more.</param>
    public StemTable(int docCount, IReadOnlyCollection<KeyValuePair<uint, int>> docFreqs)
    {
        DocCount = docCount;
        Count = docFreqs.Count;
        int length = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, 2 * Count));
        _stems = new uint[length];
        _docFreqs = new int[length];
        _idfs = new double[length];
        _unknown = IdfOf(1);
        foreach ((uint stem, int docFreq) in docFreqs)
        {
            int slot = SlotOf(stem);
            _stems[slot] = stem;
            _docFreqs[slot] = docFreq;
            _idfs[slot] = IdfOf(docFreq);
        }
    }

    /// <summary>Articles counted.</summary>
    public int DocCount { get; }

    /// <summary>How many stems two articles or more have.</summary>
    public int Count { get; }

    /// <summary>ln(1 + (N - n + 0.5) / (n + 0.5)), as BM25 has it: N articles, n that have the stem.</summary>
    public double Idf(uint stem)
    {
        int slot = SlotOf(stem);
        return _docFreqs[slot] == 0 ? _unknown : _idfs[slot];
    }

    /// <summary>The stems that two articles or more have, ascending, with how many.</summary>
    public IEnumerable<KeyValuePair<uint, int>> DocFreqs() =>
        Enumerable.Range(0, _stems.Length).Where(slot => _docFreqs[slot] > 0).Select(slot => KeyValuePair.Create(_stems[slot], _docFreqs[slot])).OrderBy(pair => pair.Key);

    private double IdfOf(int docFreq) => Math.Log(1 + ((Math.Max(DocCount, docFreq) - docFreq + 0.5) / (docFreq + 0.5)));

    /// <summary>Where a stem is, or would be.</summary>
    private int SlotOf(uint stem)
    {
        int mask = _stems.Length - 1;
        int slot = (int)stem & mask;
        while (_docFreqs[slot] != 0 && _stems[slot] != stem) slot = (slot + 1) & mask;
        return slot;
    }
}
