namespace SearchNews.Search.Requests;

/// <summary>Weights that replace those of the profile, each 0 to 2; null keeps the profile's.</summary>
/// <param name="Quality">Weight of quality.</param>
/// <param name="Coverage">Weight of coverage.</param>
/// <param name="Recency">Weight of recency.</param>
public sealed record PriorOverrides(double? Quality = null, double? Coverage = null, double? Recency = null)
{
    /// <summary>Greatest weight.</summary>
    public const int MaxWeight = 2;
}
