using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search.Features;

/// <summary>weight * (1 - pivot / (value + pivot)), in float32: 0 to the weight, half of it at the pivot.</summary>
/// <param name="Pivot">Above 0; null for about the average of the feature in the index, 1 where it has none.</param>
public sealed record SaturationFunction(float? Pivot = null) : FeatureFunction
{
    /// <inheritdoc/>
    public override float Score(float value, float weight)
    {
        float pivot = Pivot ?? throw new InvalidOperationException("The pivot is known only after the query was rewritten.");
        return weight * (1f - (pivot / (value + pivot)));
    }

    /// <inheritdoc/>
    public override string ToString() => $"saturation(pivot={Pivot})";

    internal override FeatureFunction Resolve(IndexReader reader, Term feature)
    {
        if (Pivot is not null) return this;
        TermStates states = TermStates.Build(reader, feature);
        return new SaturationFunction(states.DocFreq == 0 ? 1f : FeatureField.Decode((int)(float)(states.TotalTermFreq / (double)states.DocFreq)));
    }
}
