namespace SearchNews.Lucene.Search.Features;

/// <summary>weight * value, in float32.</summary>
public sealed record LinearFunction : FeatureFunction
{
    /// <inheritdoc/>
    public override float Score(float value, float weight) => weight * value;

    /// <inheritdoc/>
    public override string ToString() => "linear()";
}
