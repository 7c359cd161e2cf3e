using System.Globalization;
using SearchNews.Search.Indexing;
using SearchNews.Search.Ranking;

namespace SearchNews.Search.Explaining;

/// <summary>The plain words of explanations.</summary>
internal static class ExplanationText
{
    /// <summary>Parts below half a percent are not worth a word.</summary>
    private const float SmallestShare = 0.005f;

    private const int MaxPairsNamed = 6;

    public static string OfMatch(ScoreBreakdown score)
    {
        (string Name, float Value)[] parts = NamedParts(score);
        if (score.Score == 0) return "Nothing tells these articles apart: the score is 0.";
        IEnumerable<string> said = parts.Where(p => p.Value / score.Score >= SmallestShare).OrderByDescending(p => p.Value).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name} {p.Value:0.00} ({p.Value / score.Score:0%})"));
        string below = score.Factor < 1 ? " It was lowered to stay below what was found as typed." : "";
        return string.Create(CultureInfo.InvariantCulture, $"The score {score.Score:0.00} is made of {Join([.. said])}.{below}");
    }

    public static string OfMiss(ScoreBreakdown score, IReadOnlyList<string> missing)
    {
        string why = missing.Count > 0 ? $"it lacks {Join([.. missing.Select(m => $"'{m}'")])}" : "a filter or an excluded word keeps it out";
        return string.Create(CultureInfo.InvariantCulture, $"The article does not match: {why}. Its quality, coverage and age would have given {score.Quality + score.Coverage + score.Recency:0.00}.");
    }

    public static string OfComparison(string id, ScoreBreakdown score, string otherId, ScoreBreakdown other)
    {
        if (id == otherId) return "Both are the same article.";
        if (!score.Matches && !other.Matches) return "Neither matches the query.";
        if (score.Matches != other.Matches) return $"Only '{(score.Matches ? id : otherId)}' matches the query.";
        if (score.Score == other.Score) return OfTie(id, score, otherId, other);
        (string winner, ScoreBreakdown high, ScoreBreakdown low) = score.Score > other.Score ? (id, score, other) : (otherId, other, score);
        (string Name, float Value)[] differences = [.. NamedParts(high).Zip(NamedParts(low), (h, l) => (h.Name, h.Value - l.Value))];
        (string Name, float Value) most = differences.MaxBy(d => d.Value);
        return string.Create(CultureInfo.InvariantCulture, $"'{winner}' is {high.Score - low.Score:0.00} ahead, above all {Reason(most.Name)} ({most.Value:+0.00;-0.00}).");
    }

    private static string Reason(string part) => part switch
    {
        "pairs" => "by words that stand together as in the query",
        "exactTitle" => "because the query is its title",
        _ => $"by {part}",
    };

    private static string OfTie(string id, ScoreBreakdown score, string otherId, ScoreBreakdown other) => score.PublishedAt == other.PublishedAt
        ? $"Both have the same score and date; '{(string.CompareOrdinal(id, otherId) < 0 ? id : otherId)}' comes first by its id."
        : $"Both have the same score; '{(score.PublishedAt > other.PublishedAt ? id : otherId)}' is newer and comes first.";

    public static string Text(string? synonyms) => synonyms is null ? "BM25 of the words in title and excerpt" : $"BM25 of the words in title and excerpt; {synonyms}";

    public static string Pairs(TextBonuses bonuses, ScoreBreakdown score)
    {
        if (score.FoundPairs.Count > 0) return $"{Join([.. score.FoundPairs.GroupBy(pair => pair.InTitle).SelectMany(Together)])}, as in the query";
        return bonuses.Pairs.Count == 0 ? "the query has no neighbouring words that count together" : "no neighbouring words of the query stand together";
    }

    public static string ExactTitle(TextBonuses bonuses, ScoreBreakdown score) => score.ExactTitle > 0 ? "the query is the title"
        : bonuses.Title.Count == 0 ? "the title as a whole does not count for this query"
        : "the query is not the whole title";

    public static string Quality(ArticleRecord record) => record.Quality is { } quality
        ? string.Create(CultureInfo.InvariantCulture, $"quality {quality:0.##}")
        : "no quality given: the middle of all articles counts";

    public static string Coverage(ArticleRecord record) => record.Coverage is { } coverage
        ? string.Create(CultureInfo.InvariantCulture, $"covered by {coverage:0.##} related articles")
        : "no heat given: no coverage counts";

    public static string Recency(ArticleRecord record, DateTimeOffset now)
    {
        if (record.PublishedDateTime is not { } published) return "no date given: no recency counts";
        double days = (now - published).TotalDays;
        return days < 0 ? "published after the instant asked for: counts as new"
            : days < 2 ? string.Create(CultureInfo.InvariantCulture, $"published {days * 24:0} hours ago")
            : string.Create(CultureInfo.InvariantCulture, $"published {days:0} days ago");
    }

    private static (string Name, float Value)[] NamedParts(ScoreBreakdown score) =>
    [
        ("text", score.Text * score.Factor),
        ("pairs", score.Pairs * score.Factor),
        ("exactTitle", score.ExactTitle * score.Factor),
        ("quality", score.Quality * score.Factor),
        ("coverage", score.Coverage * score.Factor),
        ("recency", score.Recency * score.Factor),
    ];

    /// <summary>Names the first pairs of title or excerpt, and how many more there are.</summary>
    private static IEnumerable<string> Together(IGrouping<bool, FoundPair> pairs)
    {
        string where = pairs.Key ? "in the title" : "in the excerpt";
        foreach (FoundPair pair in pairs.Take(MaxPairsNamed)) yield return string.Create(CultureInfo.InvariantCulture, $"'{pair.Words}' {where} ({pair.Value:+0.00})");
        if (pairs.Count() > MaxPairsNamed) yield return string.Create(CultureInfo.InvariantCulture, $"{pairs.Count() - MaxPairsNamed} more {where} ({pairs.Skip(MaxPairsNamed).Sum(pair => pair.Value):+0.00})");
    }

    private static string Join(IReadOnlyList<string> words) =>
        words.Count <= 1 ? string.Concat(words) : $"{string.Join(", ", words.SkipLast(1))} and {words[^1]}";
}
