using SearchNews.Articles;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;

namespace SearchNews.Search.Tests.Ranking;

/// <summary>The ranking computed anew from the articles themselves, one after the other, by the formulas of the specification.</summary>
internal sealed class NaiveRanking
{
    private readonly Dictionary<string, NaiveText> _texts;
    private readonly NaiveStatistics _title;
    private readonly NaiveStatistics _excerpt;
    private readonly NaiveStatistics _combined;
    private readonly double _medianQuality;

    public NaiveRanking(IReadOnlyList<Article> articles)
    {
        Articles = articles;
        _texts = articles.ToDictionary(a => a.Id, NaiveText.Of, StringComparer.Ordinal);
        _title = new NaiveStatistics(_texts.Values.Select(text => text.TitleField));
        _excerpt = new NaiveStatistics(_texts.Values.Select(text => text.ExcerptField));
        _combined = new NaiveStatistics(_texts.Values.Select(text => text.Combined));
        double[] qualities = [.. articles.Where(a => a.Quality is not null).Select(a => Saturated(a.Quality!.Value, 60)).Order()];
        int half = qualities.Length / 2;
        _medianQuality = qualities.Length == 0 ? 0 : qualities.Length % 2 == 1 ? qualities[half] : (qualities[half - 1] + qualities[half]) / 2;
    }

    public IReadOnlyList<Article> Articles { get; }

    public int DocCount => _combined.DocCount;

    public NaiveText TextOf(Article article) => _texts[article.Id];

    public bool HasTerm(Article article, string term) => _texts[article.Id].Combined.Freqs.ContainsKey(term);

    public int DocFreq(string term) => _combined.DocFreq(term);

    public float Idf(string term) => _combined.Idf(term);

    /// <summary>The score of an article that matches.</summary>
    public float Score(Article article, NaiveWords words, RankingProfile profile, PriorOverrides? weights, DateTimeOffset now)
    {
        (float quality, float coverage, float recency) = Priors(article, profile, weights, now);
        (float pairs, float exactTitle) = words.IsEmpty ? (0, 0) : words.Bonuses.Of(article, words.Optional.Concat(words.Required).All(stem => HasTerm(article, stem)), this, profile);
        return TextScore(article, words, profile) + pairs + exactTitle + quality + coverage + recency;
    }

    public float Bm25(Article article, string term, float k1, float b, float boost = 1) => _combined.Score(_texts[article.Id].Combined, term, k1, b, boost);

    public (float Quality, float Coverage, float Recency) Priors(Article article, RankingProfile profile, PriorOverrides? weights, DateTimeOffset now)
    {
        double w = profile.Lambda * Math.Log(DocCount + 1.0);
        double q = article.Quality is { } quality ? Saturated(Feature(quality), 60) : _medianQuality;
        double c = Saturated(Feature(Coverage(article) ?? 0), 5);
        double age = article.PublishedAt is { } published ? Math.Max(0, (now - published).TotalMilliseconds) : double.PositiveInfinity;
        double r = 1 / (1 + (age / (profile.RecencyHalfDays * 86_400_000)));
        return (
            (float)(w * (weights?.Quality ?? profile.Quality) * (float)q),
            (float)(w * (weights?.Coverage ?? profile.Coverage) * (float)c),
            (float)(w * (weights?.Recency ?? profile.Recency) * r));
    }

    /// <summary>Best first: key falling, newer first, id rising.</summary>
    public static string[] Sort(IEnumerable<(Article Article, double Key)> hits) =>
        [.. hits.OrderByDescending(h => h.Key).ThenByDescending(h => h.Article.PublishedAt ?? DateTimeOffset.MinValue).ThenBy(h => h.Article.Id, StringComparer.Ordinal).Select(h => h.Article.Id)];

    public static double Key(Article article, SortOrder sort) => sort switch
    {
        SortOrder.Newest => article.PublishedAt?.ToUnixTimeMilliseconds() ?? double.NegativeInfinity,
        SortOrder.Oldest => -(article.PublishedAt?.ToUnixTimeMilliseconds()) ?? double.NegativeInfinity,
        SortOrder.Quality => article.Quality ?? double.NegativeInfinity,
        _ => Coverage(article) ?? double.NegativeInfinity,
    };

    /// <summary>Sums as Lucene makes them: in double within a boolean query, rounded once where it ends.</summary>
    private float TextScore(Article article, NaiveWords words, RankingProfile profile)
    {
        bool all = words.Match == MatchPolicy.All;
        if (all || words.Optional.Count == 0) return (float)Sum(article, [.. words.Required, .. words.Optional], profile, inline: false);
        bool inline = words.Match == MatchPolicy.Any || words.Optional.Count <= 2;
        if (words.Required.Count == 0) return (float)Sum(article, words.Optional, profile, inline);
        return (float)Sum(article, words.Required, profile, inline: false) + (float)Sum(article, words.Optional, profile, inline);
    }

    /// <param name="inline">Whether Lucene takes the fields of a word into the sum of all words.</param>
    private double Sum(Article article, IEnumerable<string> stems, RankingProfile profile, bool inline)
    {
        NaiveText text = _texts[article.Id];
        double sum = 0;
        foreach (string stem in stems)
        {
            if (!profile.SeparateFields)
            {
                sum += _combined.Score(text.Combined, stem, profile.K1, profile.B);
                continue;
            }

            double word = (double)_title.Score(text.TitleField, stem, profile.K1, profile.B, boost: 2) + _excerpt.Score(text.ExcerptField, stem, profile.K1, profile.B);
            sum += inline ? word : (float)word;
        }

        return sum;
    }

    // Related articles, taken out of heat or, for a member of a story, counted; unknown without heat.
    private static double? Coverage(Article article) => article.Heat switch
    {
        null => null,
        -1 => Math.Min(50, article.Related.Count),
        { } heat => Math.Min(50, Math.Max(0, (heat - (article.Quality ?? 0)) / 20)),
    };

    private static double Saturated(double value, double pivot) => value > 0 ? value / (value + pivot) : 0;

    // The sign, the exponent and eight bits of the mantissa are kept.
    private static double Feature(double value) => value <= 0 ? 0 : BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits((float)value) & ~0x7FFF);
}
