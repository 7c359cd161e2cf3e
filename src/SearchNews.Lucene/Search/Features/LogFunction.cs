namespace SearchNews.Lucene.Search.Features;

/// <summary>weight * ln(scalingFactor + value): the logarithm and the product in double, rounded once.</summary>
/// <param name="ScalingFactor">At least 1, so that scores are not negative.</param>
public sealed record LogFunction(float ScalingFactor) : FeatureFunction
{
    /// <inheritdoc/>
    public override float Score(float value, float weight) => (float)(weight * Math.Log(ScalingFactor + value));

    /// <inheritdoc/>
    public override string ToString() => $"log(scalingFactor={ScalingFactor})";
}
