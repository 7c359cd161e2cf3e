namespace SearchNews.Search.Ranking;

/// <summary>
/// How much the priors count beside the text:
/// <c>score = text + pairs + exactTitle + W (Quality Q + Coverage C + Recency R)</c>, <c>W = Lambda ln(N + 1)</c>, each of Q, C, R from 0 to 1.
/// W grows as the idf of a word seen once does, so one profile means the same at any number of articles.
/// </summary>
public sealed record RankingProfile
{
    /// <summary>BM25's b for the fields <c>title</c> and <c>excerpt</c> when they are searched by name beside the combined field.</summary>
    public const float SingleFieldB = 0.3f;

    /// <summary>The profile's name.</summary>
    public required string Name { get; init; }

    /// <summary>Weight of all priors together; 0 ranks by text alone.</summary>
    public double Lambda { get; init; }

    /// <summary>Weight of quality, 0 to 2.</summary>
    public double Quality { get; init; }

    /// <summary>Weight of coverage, 0 to 2.</summary>
    public double Coverage { get; init; }

    /// <summary>Weight of recency, 0 to 2.</summary>
    public double Recency { get; init; }

    /// <summary>Age in days at which recency has fallen to one half.</summary>
    public double RecencyHalfDays { get; init; } = 14;

    /// <summary>What neighbouring words of the query that stand together in the title add, times the sum of their idf.</summary>
    public double PairInTitle { get; init; } = 0.5;

    /// <summary>The same for those that do so in the excerpt only.</summary>
    public double PairInExcerpt { get; init; } = 0.35;

    /// <summary>What pairs count, of 1, in an article that lacks words of the query: there, which words it has matters more than how they stand.</summary>
    public double PairInPart { get; init; } = 0.25;

    /// <summary>What a title that is the whole query adds, times ln(N + 1).</summary>
    public double ExactTitle { get; init; } = 0.25;

    /// <summary>BM25 term-frequency saturation.</summary>
    public float K1 { get; init; } = 0.6f;

    /// <summary>BM25 length normalisation, 0 to 1.</summary>
    public float B { get; init; } = 0.4f;

    /// <summary>True to search title (twice) and excerpt as separate fields, as plain Lucene set-ups do, instead of the combined field.</summary>
    public bool SeparateFields { get; init; }

    /// <summary>The default.</summary>
    public static RankingProfile Balanced { get; } = new() { Name = "balanced", Lambda = 0.5, Quality = 0.2, Coverage = 0.2, Recency = 0.6 };

    /// <summary>Prefers the newest.</summary>
    public static RankingProfile Fresh { get; } = new() { Name = "fresh", Lambda = 0.75, Quality = 0.1, Coverage = 0.1, Recency = 0.8, RecencyHalfDays = 3 };

    /// <summary>Ignores age.</summary>
    public static RankingProfile Archive { get; } = new() { Name = "archive", Lambda = 0.15, Quality = 0.6, Coverage = 0.4 };

    /// <summary>Prefers what is widely covered.</summary>
    public static RankingProfile Popular { get; } = new() { Name = "popular", Lambda = 0.5, Quality = 0.35, Coverage = 0.45, Recency = 0.2 };

    /// <summary>Text alone: words, their neighbourhood and the exact title.</summary>
    public static RankingProfile None { get; } = new() { Name = "none" };

    /// <summary>Text alone, title twice and excerpt, BM25 as Lucene sets it: the baseline to compare with.</summary>
    public static RankingProfile Classic { get; } = new() { Name = "classic", K1 = 1.2f, B = 0.75f, SeparateFields = true, PairInTitle = 0, PairInExcerpt = 0, ExactTitle = 0 };

    /// <summary>All profiles that there always are, the default first.</summary>
    public static IReadOnlyList<RankingProfile> All { get; } = [Balanced, Fresh, Archive, Popular, None, Classic];

    /// <summary>The profile of that name, or null.</summary>
    public static RankingProfile? Find(string name) => All.FirstOrDefault(p => p.Name == name);
}
