using SearchNews.Lucene.Index;

namespace SearchNews.Lucene.Search.Features;

/// <summary>Finds the documents that have a feature (a number indexed as a term frequency) and scores them by its value.</summary>
public sealed class FeatureQuery : Query
{
    private const float MaxWeight = 64;

    private FeatureQuery(Term feature, FeatureFunction function)
    {
        Feature = feature;
        Function = function;
    }

    /// <summary>The field of features and the feature's name.</summary>
    public Term Feature { get; }

    /// <summary>How a value becomes a score.</summary>
    public FeatureFunction Function { get; }

    /// <summary>Scores weight * (1 - pivot / (value + pivot)).</summary>
    /// <param name="field">The field of features.</param>
    /// <param name="feature">The feature's name.</param>
    /// <param name="weight">Above 0, at most 64.</param>
    /// <param name="pivot">Above 0; null for about the average of the feature in the index.</param>
    public static Query Saturation(string field, string feature, float weight = 1f, float? pivot = null)
    {
        if (pivot is { } given) ThrowIfNotPositive(given, nameof(pivot));
        return Create(field, feature, weight, new SaturationFunction(pivot));
    }

    /// <summary>Scores weight * ln(scalingFactor + value).</summary>
    /// <param name="field">The field of features.</param>
    /// <param name="feature">The feature's name.</param>
    /// <param name="weight">Above 0, at most 64.</param>
    /// <param name="scalingFactor">At least 1.</param>
    public static Query Log(string field, string feature, float weight, float scalingFactor)
    {
        if (!(scalingFactor >= 1 && float.IsFinite(scalingFactor)))
            throw new ArgumentOutOfRangeException(nameof(scalingFactor), scalingFactor, "The scaling factor must be finite and at least 1, or scores would be negative.");
        return Create(field, feature, weight, new LogFunction(scalingFactor));
    }

    /// <summary>Scores weight * (1 - pivot^exponent / (value^exponent + pivot^exponent)).</summary>
    /// <param name="field">The field of features.</param>
    /// <param name="feature">The feature's name.</param>
    /// <param name="weight">Above 0, at most 64.</param>
    /// <param name="pivot">Above 0.</param>
    /// <param name="exponent">Above 0.</param>
    public static Query Sigmoid(string field, string feature, float weight, float pivot, float exponent)
    {
        ThrowIfNotPositive(pivot, nameof(pivot));
        ThrowIfNotPositive(exponent, nameof(exponent));
        return Create(field, feature, weight, new SigmoidFunction(pivot, exponent));
    }

    /// <summary>Scores weight * value.</summary>
    /// <param name="field">The field of features.</param>
    /// <param name="feature">The feature's name.</param>
    /// <param name="weight">Above 0, at most 64.</param>
    public static Query Linear(string field, string feature, float weight) => Create(field, feature, weight, new LinearFunction());

    /// <inheritdoc/>
    public override Query Rewrite(IndexReader reader)
    {
        FeatureFunction resolved = Function.Resolve(reader, Feature);
        return ReferenceEquals(resolved, Function) ? this : new FeatureQuery(Feature, resolved);
    }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        TermWeight weight = SearchMemory.Take<TermWeight>();
        return weight.Set(this, Feature, weight.OwnStates.Set(searcher.Reader, Feature), scoreMode, Function.CreateScorer(boost), hasNorms: false);
    }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"FeatureQuery(field={Feature.Field}, feature={Feature.Text}, function={Function})";

    /// <inheritdoc/>
    public override bool Equals(Query? other) => other is FeatureQuery query && Feature.Equals(query.Feature) && Function.Equals(query.Function);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(FeatureQuery), Feature, Function);

    private static Query Create(string field, string feature, float weight, FeatureFunction function)
    {
        if (!(weight > 0 && weight <= MaxWeight))
            throw new ArgumentOutOfRangeException(nameof(weight), weight, $"A weight must be above 0 and at most {MaxWeight}.");
        var query = new FeatureQuery(new Term(field, feature), function);
        return weight == 1f ? query : new BoostQuery(query, weight);
    }

    private static void ThrowIfNotPositive(float value, string name)
    {
        if (!(value > 0 && float.IsFinite(value)))
            throw new ArgumentOutOfRangeException(name, value, "Must be finite and above 0.");
    }
}
