namespace SearchNews.Articles.Auditing;

/// <summary>Names of what an audit looks for. Scripts rely on them; they are never changed, only added to.</summary>
public static class AuditCode
{
    /// <summary>Heat is exactly quality + 20 x related items; of articles with a quality and a heat of 0 and more.</summary>
    public const string HeatDerived = "heat-derived";

    /// <summary>Heat is something else; of the same articles.</summary>
    public const string HeatNotDerived = "heat-not-derived";

    /// <summary>Heat is -1, which marks a member of a story that does not lead it; of articles with a heat.</summary>
    public const string HeatFlag = "heat-flag";

    /// <summary>Heat is -1 and there are no related items, so that there is no story; of articles with heat -1.</summary>
    public const string HeatFlagAlone = "heat-flag-alone";

    /// <summary>Heat is negative and not -1; of articles with a heat.</summary>
    public const string HeatNegative = "heat-negative";

    /// <summary>Heat is above <see cref="AuditOptions.HighHeat"/>; of articles with a heat.</summary>
    public const string HeatHigh = "heat-high";

    /// <summary>Quality is 0 or less; of articles with a quality.</summary>
    public const string QualityNotPositive = "quality-not-positive";

    /// <summary>No title; of all.</summary>
    public const string NoTitle = "no-title";

    /// <summary>No excerpt, and no text to take one from; of all.</summary>
    public const string NoExcerpt = "no-excerpt";

    /// <summary>The excerpt was taken from the text; of all.</summary>
    public const string ExcerptFromBody = "excerpt-from-body";

    /// <summary>No quality; of all.</summary>
    public const string NoQuality = "no-quality";

    /// <summary>No heat; of all.</summary>
    public const string NoHeat = "no-heat";

    /// <summary>No date; of all.</summary>
    public const string NoDate = "no-date";

    /// <summary>Neither webUrl nor originalUrl; of all.</summary>
    public const string NoUrl = "no-url";

    /// <summary>No domain of a provider; of all.</summary>
    public const string NoProvider = "no-provider";

    /// <summary>No topics; of all.</summary>
    public const string NoTopics = "no-topics";

    /// <summary>`published` is false; of articles that say.</summary>
    public const string NotPublished = "not-published";

    /// <summary>`published` is missing; of all.</summary>
    public const string NoPublished = "no-published";

    /// <summary>The date lies in the future; of articles with a date.</summary>
    public const string FutureDate = "future-date";

    /// <summary>Another article has the same title, capitals aside; of articles with a title.</summary>
    public const string SameTitle = "same-title";

    /// <summary>Another article has the same title and the same excerpt (or none as well), capitals aside; of articles with a title.</summary>
    public const string SameText = "same-text";

    /// <summary>More related items than <see cref="AuditOptions.LongRelated"/>; of articles with any.</summary>
    public const string RelatedLong = "related-long";
}
