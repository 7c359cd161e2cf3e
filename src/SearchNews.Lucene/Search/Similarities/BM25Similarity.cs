using System.Collections.Concurrent;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Similarities;

/// <summary>
/// BM25 as Lucene 8 computes it, in float32 step by step:
/// <c>score = w - w / (1 + freq * inv[norm])</c> with <c>w = boost * idf</c>, that is w * freq / (freq + k1 * (1 - b + b * dl / avgdl)).
/// </summary>
/// <remarks>
/// idf = ln(1 + (N - n + 0.5) / (n + 0.5)), N documents with the field, n documents with the term; a phrase sums the idf of its terms.
/// avgdl = tokens / N. dl is the length the norm byte decodes to (<see cref="SmallFloat"/>); without norms it is 1. There is no
/// (k1 + 1) factor, which Lucene dropped in version 8. Source: Robertson and others, Okapi at TREC-3; Lucene 8 BM25Similarity.
/// </remarks>
public sealed class BM25Similarity : Similarity
{
    private const int MaxTables = 64;

    private readonly ConcurrentDictionary<float, float[]> _tables = [];

    /// <summary>Sets the parameters.</summary>
    /// <param name="k1">How slowly repeated words saturate: finite, 0 or more.</param>
    /// <param name="b">How much length counts: 0 to 1.</param>
    public BM25Similarity(float k1 = 1.2f, float b = 0.75f)
    {
        if (!float.IsFinite(k1) || k1 < 0)
            throw new ArgumentOutOfRangeException(nameof(k1), k1, "k1 must be finite and not negative.");
        if (!(b >= 0 && b <= 1))
            throw new ArgumentOutOfRangeException(nameof(b), b, "b must lie between 0 and 1.");
        K1 = k1;
        B = b;
    }

    /// <summary>Term frequency saturation.</summary>
    public float K1 { get; }

    /// <summary>Length normalization.</summary>
    public float B { get; }

    /// <summary>The inverse document frequency: ln(1 + (docCount - docFreq + 0.5) / (docFreq + 0.5)), rounded once to float32.</summary>
    public static float Idf(long docFreq, long docCount) => (float)Math.Log(1 + ((docCount - docFreq + 0.5) / (docFreq + 0.5)));

    /// <inheritdoc/>
    public override SimScorer CreateScorer(float boost, CollectionStatistics collection, params ReadOnlySpan<TermStatistics> terms)
    {
        ArgumentNullException.ThrowIfNull(collection);
        float idf;
        if (terms.Length == 1)
        {
            idf = Idf(terms[0].DocFreq, collection.DocCount);
        }
        else
        {
            double sum = 0;
            foreach (TermStatistics term in terms) sum += Idf(term.DocFreq, collection.DocCount);
            idf = (float)sum;
        }

        float averageLength = (float)(collection.SumTotalTermFreq / (double)collection.DocCount);
        return SearchMemory.Take<BM25Scorer>().Set(this, boost, idf, averageLength, InverseTable(averageLength), collection.DocCount, terms);
    }

    // All terms of a field share their table, and an index has few fields; it changes with every commit.
    private float[] InverseTable(float averageLength)
    {
        if (_tables.TryGetValue(averageLength, out float[]? table)) return table;
        table = new float[256];
        for (int i = 0; i < table.Length; i++)
            table[i] = 1f / (K1 * ((1 - B) + (B * SmallFloat.Byte4ToInt((byte)i) / averageLength)));
        if (_tables.Count >= MaxTables) _tables.Clear();
        return _tables[averageLength] = table;
    }
}
