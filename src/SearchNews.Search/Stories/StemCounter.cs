namespace SearchNews.Search.Stories;

/// <summary>Counts for a <see cref="StemTable"/>. One thread.</summary>
internal sealed class StemCounter
{
    private readonly Dictionary<uint, int> _docFreqs = [];
    private int _docCount;

    /// <summary>Counts the stems of one article.</summary>
    public void Add(StoryFingerprint fingerprint)
    {
        _docCount++;
        for (int i = 0; i < fingerprint.Count; i++)
        {
            ref int docFreq = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_docFreqs, fingerprint[i], out _);
            docFreq++;
        }
    }

    /// <summary>The table; nothing may be counted afterwards.</summary>
    public StemTable ToTable()
    {
        foreach ((uint stem, int docFreq) in _docFreqs)
        {
            if (docFreq == 1) _docFreqs.Remove(stem);
        }

        return new StemTable(_docCount, _docFreqs);
    }
}
