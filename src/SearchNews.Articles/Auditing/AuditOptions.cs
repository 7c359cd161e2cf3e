namespace SearchNews.Articles.Auditing;

/// <summary>How a folder is audited.</summary>
public sealed record AuditOptions
{
    /// <summary>Ids that are kept as examples of a finding. Default 3; 0 to 100,000.</summary>
    public int Examples { get; init; } = 3;

    /// <summary>Lists of related items with more items than this are called long. Default 50: ranking counts no further; 0 to 1,000,000.</summary>
    public int LongRelated { get; init; } = 50;

    /// <summary>Heat above this is called high: it comes from chains of related articles, not from one story. Default 500; 0 to 1,000,000,000.</summary>
    public double HighHeat { get; init; } = 500;

    /// <summary>Throws when an option is outside its documented range.</summary>
    internal AuditOptions Validated()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Examples);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Examples, 100_000);
        ArgumentOutOfRangeException.ThrowIfNegative(LongRelated);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(LongRelated, 1_000_000);
        if (HighHeat is not (>= 0 and <= 1_000_000_000))
            throw new ArgumentOutOfRangeException(nameof(HighHeat), HighHeat, "HighHeat must be from 0 to 1,000,000,000.");
        return this;
    }
}
