using SearchNews.Lucene.Search;

namespace SearchNews.Lucene.Index;

/// <summary>
/// The frequencies of one term by document: for terms that nearly every document has and whose frequency says something by itself, as those of features do. Takes two
/// bytes a document. Immutable, thread-safe.
/// </summary>
internal sealed class FreqColumn
{
    private readonly ushort[] _freqs;

    private FreqColumn(ushort[] freqs, int max)
    {
        _freqs = freqs;
        Max = max;
    }

    /// <summary>The highest frequency.</summary>
    public int Max { get; }

    /// <summary>The frequency in a document; 0 where the term is not.</summary>
    public int this[int doc] => _freqs[doc];

    /// <summary>Reads a term; null when a frequency takes more than 16 bits.</summary>
    /// <param name="postings">The term with its frequencies, unpositioned.</param>
    /// <param name="maxDoc">Documents of the segment.</param>
    public static FreqColumn? Read(PostingsEnum postings, int maxDoc)
    {
        ushort[] freqs = new ushort[maxDoc];
        int max = 0;
        for (int doc = postings.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = postings.NextDoc())
        {
            int freq = postings.Freq;
            if (freq > ushort.MaxValue) return null;
            freqs[doc] = (ushort)freq;
            max = Math.Max(max, freq);
        }

        return new FreqColumn(freqs, max);
    }
}
