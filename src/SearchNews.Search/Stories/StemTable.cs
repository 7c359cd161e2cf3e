namespace SearchNews.Search.Stories;

/// <summary>
/// How many articles have each stem, frozen when a generation is built: stories found by updates are then those that grouping everything anew under the same table finds.
/// A stem that is not in it counts as one that a single article has. Immutable, thread-safe.
/// </summary>
internal sealed class StemTable
{
    private readonly Dictionary<uint, int> _docFreqs;

    /// <summary>Creates a table.</summary>
    /// <param name="docCount">Articles counted.</param>
    /// <param name="docFreqs">Those of them that have a stem, by its hash: two or more.</param>
    public StemTable(int docCount, Dictionary<uint, int> docFreqs)
    {
        DocCount = docCount;
        _docFreqs = docFreqs;
    }

    /// <summary>Articles counted.</summary>
    public int DocCount { get; }

    /// <summary>The stems that two articles or more have.</summary>
    public IReadOnlyDictionary<uint, int> DocFreqs => _docFreqs;

    /// <summary>Articles that have a stem; 1 for one that is not known.</summary>
    public int DocFreq(uint stem) => _docFreqs.TryGetValue(stem, out int docFreq) ? docFreq : 1;

    /// <summary>ln(1 + (N - n + 0.5) / (n + 0.5)), as BM25 has it.</summary>
    public double Idf(int docFreq) => Math.Log(1 + ((Math.Max(DocCount, docFreq) - docFreq + 0.5) / (docFreq + 0.5)));
}
