namespace SearchNews.Lucene.Search.Features;

/// <summary>
/// How a FeatureField keeps a number as a term frequency: the upper 17 bits of its float32 (sign 0, 8 of exponent, 8 of mantissa), rounded down.
/// Source: Lucene 8 FeatureField.
/// </summary>
public static class FeatureEncoding
{
    /// <summary>The smallest value that can be kept: the smallest normal float32.</summary>
    public const float MinValue = 1.17549435e-38f;

    private const int DroppedBits = 15;
    private const int MaxFreq = 0x7f7fffff >> DroppedBits;

    /// <summary>The term frequency of a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not finite, or below <see cref="MinValue"/>.</exception>
    public static int Encode(float value)
    {
        if (!float.IsFinite(value) || value < MinValue)
            throw new ArgumentOutOfRangeException(nameof(value), value, $"A feature must be finite and at least {MinValue}; leave it out instead.");
        return BitConverter.SingleToInt32Bits(value) >> DroppedBits;
    }

    /// <summary>The value of a term frequency; fractions are dropped, and the greatest float32 stands for all frequencies that are too high,
    /// so that bounds of scores hold.</summary>
    public static float Decode(float freq) => freq > MaxFreq ? float.MaxValue : BitConverter.Int32BitsToSingle((int)freq << DroppedBits);
}
