namespace SearchNews.Lucene.Documents;

/// <summary>
/// A number above 0 that raises scores, kept as the frequency of a term: the feature's name. The float's sign, exponent and upper 8 mantissa bits are
/// kept, so it loses up to 0.4%. Several features share one field; a document has each at most once.
/// </summary>
/// <remarks>freq = floatBits(value) &gt;&gt;&gt; 15; value = bitsFloat(freq &lt;&lt; 15). Source: Lucene 8 FeatureField.</remarks>
public sealed class FeatureField : Field
{
    /// <summary>The smallest value: the smallest normal float.</summary>
    public const float MinValue = 1.17549435e-38f;

    private const int DroppedBits = 15;

    /// <summary>Creates a value.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="featureName">The feature.</param>
    /// <param name="value">Finite, at least <see cref="MinValue"/>.</param>
    public FeatureField(string name, string featureName, float value)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(featureName);
        if (!float.IsFinite(value) || value < MinValue)
            throw new ArgumentOutOfRangeException(nameof(value), value, $"Feature '{featureName}' of field '{name}' must be finite and at least {MinValue}.");
        FeatureName = featureName;
        Value = value;
    }

    /// <summary>The feature.</summary>
    public string FeatureName { get; }

    /// <summary>The value as given.</summary>
    public float Value { get; }

    /// <summary>The term frequency that stands for the value.</summary>
    public int Freq => Encode(Value);

    /// <summary>The term frequency that stands for a value.</summary>
    public static int Encode(float value) => BitConverter.SingleToInt32Bits(value) >>> DroppedBits;

    /// <summary>The value that a term frequency stands for.</summary>
    public static float Decode(int freq) => BitConverter.Int32BitsToSingle(freq << DroppedBits);
}
