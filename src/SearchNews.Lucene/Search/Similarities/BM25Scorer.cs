using System.Numerics;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Similarities;

/// <summary>BM25 of one term or phrase, with the length part of the formula looked up by norm byte.</summary>
internal sealed class BM25Scorer : SimScorer
{
    private readonly List<TermStatistics> _terms = [];
    private BM25Similarity _similarity = null!;
    private float _boost;
    private float _idf;
    private float _averageLength;
    private float _weight;
    private float[] _inverse = [];
    private long _docCount;

    /// <summary>Binds the formula to a term or phrase.</summary>
    /// <param name="similarity">Gives k1 and b to explanations.</param>
    /// <param name="boost">Factor of the score.</param>
    /// <param name="idf">Inverse document frequency.</param>
    /// <param name="averageLength">Tokens a document.</param>
    /// <param name="inverse">1 / (k1 * (1 - b + b * dl / avgdl)) for each of the 256 norm bytes.</param>
    /// <param name="docCount">Documents with the field, for explanations.</param>
    /// <param name="terms">What <paramref name="idf"/> was made of, for explanations.</param>
    public BM25Scorer Set(BM25Similarity similarity, float boost, float idf, float averageLength, float[] inverse, long docCount, ReadOnlySpan<TermStatistics> terms)
    {
        _similarity = similarity;
        _boost = boost;
        _idf = idf;
        _averageLength = averageLength;
        _weight = boost * idf;
        _inverse = inverse;
        _docCount = docCount;
        _terms.Clear();
        _terms.AddRange(terms);
        return this;
    }

    /// <inheritdoc/>
    public override float Score(float freq, long norm) => _weight - (_weight / (1f + (freq * _inverse[(byte)norm])));

    /// <inheritdoc/>
    public override void Score(ReadOnlySpan<int> freqs, ReadOnlySpan<byte> norms, Span<float> scores)
    {
        norms = norms[..freqs.Length];
        scores = scores[..freqs.Length];
        ReadOnlySpan<float> inverse = _inverse;
        for (int i = 0; i < scores.Length; i++) scores[i] = inverse[norms[i]];

        // The same operations in the same order as above, so the same floats.
        int done = 0;
        if (Vector.IsHardwareAccelerated)
        {
            var weight = new Vector<float>(_weight);
            for (; done <= scores.Length - Vector<float>.Count; done += Vector<float>.Count)
            {
                Vector<float> freq = Vector.ConvertToSingle(new Vector<int>(freqs[done..]));
                Vector<float> tf = Vector<float>.One + (freq * new Vector<float>(scores[done..]));
                (weight - (weight / tf)).CopyTo(scores[done..]);
            }
        }

        for (; done < scores.Length; done++) scores[done] = _weight - (_weight / (1f + (freqs[done] * scores[done])));
    }

    /// <inheritdoc/>
    public override Explanation Explain(Explanation freq, long norm)
    {
        ArgumentNullException.ThrowIfNull(freq);
        float share = 1f - (1f / (1f + (freq.Value * _inverse[(byte)norm])));
        Explanation tf = Explanation.Match(
            share,
            "tf, freq / (freq + k1 * (1 - b + b * dl / avgdl)), from:",
            freq,
            Explanation.Match(_similarity.K1, "k1, term saturation"),
            Explanation.Match(_similarity.B, "b, length normalization"),
            Explanation.Match(SmallFloat.Byte4ToInt((byte)norm), "dl, length of the field"),
            Explanation.Match(_averageLength, "avgdl, average length of the field"));
        var parts = new List<Explanation>();
        if (_boost != 1f) parts.Add(Explanation.Match(_boost, "boost"));
        parts.Add(ExplainIdf());
        parts.Add(tf);
        return Explanation.Match(Score(freq.Value, norm), $"score(freq={freq.Value}), boost * idf * tf of:", parts);
    }

    private Explanation ExplainIdf()
    {
        List<Explanation> parts = _terms.ConvertAll(term => Explanation.Match(
            BM25Similarity.Idf(term.DocFreq, _docCount),
            $"idf of {term.Term.Text}, ln(1 + (N - n + 0.5) / (n + 0.5)), from:",
            Explanation.Match(term.DocFreq, "n, documents with the term"),
            Explanation.Match(_docCount, "N, documents with the field")));
        return parts.Count == 1 ? parts[0] : Explanation.Match(_idf, "idf, sum of:", parts);
    }
}
