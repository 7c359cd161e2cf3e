using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Search.Features;

/// <summary>How the value of a feature becomes a score. Immutable; equal when kind and parameters are.</summary>
public abstract record FeatureFunction
{
    /// <summary>Never falls when <paramref name="value"/> grows.</summary>
    /// <param name="value">The feature, decoded.</param>
    /// <param name="weight">Factor of the score.</param>
    public abstract float Score(float value, float weight);

    /// <summary>The function with parameters that come from the index filled in; itself when there are none.</summary>
    internal virtual FeatureFunction Resolve(IndexReader reader, Term feature) => this;

    internal SimScorer CreateScorer(float weight) => SearchMemory.Take<FeatureSimScorer>().Set(this, weight);

    private sealed class FeatureSimScorer : SimScorer
    {
        private static readonly int MaxFreq = FeatureField.Encode(float.MaxValue);

        private FeatureFunction _function = null!;
        private float _weight;

        public FeatureSimScorer Set(FeatureFunction function, float weight)
        {
            _function = function;
            _weight = weight;
            return this;
        }

        public override float Score(float freq, long norm) => _function.Score(Decode(freq), _weight);

        public override Explanation Explain(Explanation freq, long norm)
        {
            float value = Decode(freq.Value);
            return Explanation.Match(
                Score(freq.Value, norm),
                $"{_function}, weight * function(value) of:",
                Explanation.Match(_weight, "weight"),
                Explanation.Match(value, "value of the feature, as kept in the index"));
        }

        // Bounds of scores are asked for with frequencies beyond those of any value.
        private static float Decode(float freq) => freq > MaxFreq ? float.MaxValue : FeatureField.Decode((int)freq);
    }
}
