using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search.Similarities;

/// <summary>BM25 of one term or phrase, with the length part of the formula looked up by norm byte.</summary>
internal sealed class BM25Scorer : SimScorer
{
    private readonly BM25Similarity _similarity;
    private readonly float _boost;
    private readonly float _idf;
    private readonly float _averageLength;
    private readonly float _weight;
    private readonly float[] _inverse;
    private readonly Func<Explanation> _explainIdf;

    /// <summary>Binds the formula to a term or phrase.</summary>
    /// <param name="similarity">Gives k1 and b to explanations.</param>
    /// <param name="boost">Factor of the score.</param>
    /// <param name="idf">Inverse document frequency.</param>
    /// <param name="averageLength">Tokens a document.</param>
    /// <param name="inverse">1 / (k1 * (1 - b + b * dl / avgdl)) for each of the 256 norm bytes.</param>
    /// <param name="explainIdf">Explains <paramref name="idf"/> when asked.</param>
    public BM25Scorer(BM25Similarity similarity, float boost, float idf, float averageLength, float[] inverse, Func<Explanation> explainIdf)
    {
        _similarity = similarity;
        _boost = boost;
        _idf = idf;
        _averageLength = averageLength;
        _weight = boost * idf;
        _inverse = inverse;
        _explainIdf = explainIdf;
    }

    /// <summary>boost * idf: the score of infinitely many occurrences.</summary>
    public float Weight => _weight;

    /// <summary>The length part by norm byte, 256 values.</summary>
    public ReadOnlySpan<float> Inverse => _inverse;

    /// <inheritdoc/>
    public override float Score(float freq, long norm) => _weight - (_weight / (1f + (freq * _inverse[(byte)norm])));

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
        parts.Add(_explainIdf());
        parts.Add(tf);
        return Explanation.Match(Score(freq.Value, norm), $"score(freq={freq.Value}), boost * idf * tf of:", parts);
    }
}
