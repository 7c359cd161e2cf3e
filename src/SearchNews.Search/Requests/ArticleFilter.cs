namespace SearchNews.Search.Requests;

/// <summary>Conditions that every hit must meet; they never change a score. Values of one list are alternatives, a leading <c>-</c> excludes.</summary>
public sealed record ArticleFilter
{
    /// <summary>No conditions.</summary>
    public static ArticleFilter None { get; } = new();

    /// <summary>Earliest publication, inclusive; articles without a date do not pass.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Latest publication, inclusive; articles without a date do not pass.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Provider domains; a domain includes its sub-domains.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [];

    /// <summary>Topics, whatever their case.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Types such as <c>article</c> or <c>video</c>.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Categories.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Lowest quality, inclusive; articles without one do not pass.</summary>
    public double? MinQuality { get; init; }

    /// <summary>Lowest heat, inclusive; articles without one, or with the marker -1, do not pass.</summary>
    public double? MinHeat { get; init; }

    /// <summary>All articles, or published ones.</summary>
    public Visibility Visibility { get; init; }

    /// <summary>True when there is no condition at all.</summary>
    public bool IsEmpty => From is null && To is null && Sites.Count == 0 && Topics.Count == 0 && Types.Count == 0 && Categories.Count == 0
        && MinQuality is null && MinHeat is null && Visibility == Visibility.All;
}
