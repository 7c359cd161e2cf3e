namespace SearchNews.Lucene.Search.Features;

/// <summary>weight * (1 - pivot^a / (value^a + pivot^a)), in double, rounded once: half of the weight at the pivot.</summary>
public sealed record SigmoidFunction : FeatureFunction
{
    private readonly double _pivotPower;

    /// <summary>Sets the parameters.</summary>
    /// <param name="pivot">The value that scores half of the weight; above 0.</param>
    /// <param name="exponent">How steep; above 0.</param>
    public SigmoidFunction(float pivot, float exponent)
    {
        Pivot = pivot;
        Exponent = exponent;
        _pivotPower = Math.Pow(pivot, exponent);
    }

    /// <summary>The value that scores half of the weight.</summary>
    public float Pivot { get; }

    /// <summary>How steep.</summary>
    public float Exponent { get; }

    /// <inheritdoc/>
    public override float Score(float value, float weight) => (float)(weight * (1.0 - (_pivotPower / (Math.Pow(value, Exponent) + _pivotPower))));

    /// <inheritdoc/>
    public override string ToString() => $"sigmoid(pivot={Pivot}, a={Exponent})";
}
