using SearchNews.Articles;
using SearchNews.Lucene.Util;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;

namespace SearchNews.Search.Tests.Ranking;

/// <summary>The ranking computed anew from the articles themselves, one after the other, by the formulas of the specification.</summary>
internal sealed class NaiveRanking
{
    private readonly Dictionary<string, NaiveText> _texts;
    private readonly float _averageLength;
    private readonly int _docCount;
    private readonly double _medianQuality;

    public NaiveRanking(IReadOnlyList<Article> articles)
    {
        Articles = articles;
        _texts = articles.ToDictionary(a => a.Id, NaiveText.Of, StringComparer.Ordinal);
        NaiveText[] withText = [.. _texts.Values.Where(t => t.Length > 0)];
        _docCount = withText.Length;
        _averageLength = (float)(withText.Sum(t => (long)t.Length) / (double)_docCount);
        double[] qualities = [.. articles.Where(a => a.Quality is not null).Select(a => Saturated(a.Quality!.Value, 60)).Order()];
        int half = qualities.Length / 2;
        _medianQuality = qualities.Length == 0 ? 0 : qualities.Length % 2 == 1 ? qualities[half] : (qualities[half - 1] + qualities[half]) / 2;
    }

    public IReadOnlyList<Article> Articles { get; }

    public int DocCount => _docCount;

    public bool HasTerm(Article article, string term) => _texts[article.Id].Freqs.ContainsKey(term);

    /// <summary>The score of an article that has at least one of the terms.</summary>
    public float Score(Article article, IReadOnlyCollection<string> terms, RankingProfile profile, DateTimeOffset now)
    {
        (float quality, float coverage, float recency) = Priors(article, profile, now);
        return TextScore(article, terms, profile.K1, profile.B) + quality + coverage + recency;
    }

    public (float Quality, float Coverage, float Recency) Priors(Article article, RankingProfile profile, DateTimeOffset now)
    {
        double w = profile.Lambda * Math.Log(_docCount + 1.0);
        double q = article.Quality is { } quality ? Saturated(Feature(quality), 60) : _medianQuality;
        double coverage = Coverage(article) ?? 0;
        double age = article.PublishedAt is { } published ? Math.Max(0, (now - published).TotalMilliseconds) : double.PositiveInfinity;
        double r = 1 / (1 + (age / (profile.RecencyHalfDays * 86_400_000)));
        return ((float)(w * profile.Quality * (float)q), (float)(w * profile.Coverage * (float)Saturated(Feature(coverage), 5)), (float)(w * profile.Recency * r));
    }

    public float TextScore(Article article, IReadOnlyCollection<string> terms, float k1, float b)
    {
        double sum = 0;
        float single = 0;
        foreach (string term in terms)
        {
            single = Bm25(article, term, k1, b);
            sum += single;
        }

        return terms.Count == 1 ? single : (float)sum;
    }

    public float Bm25(Article article, string term, float k1, float b, float boost = 1)
    {
        NaiveText text = _texts[article.Id];
        if (!text.Freqs.TryGetValue(term, out int freq)) return 0;
        int docFreq = DocFreq(term);
        float idf = (float)Math.Log(1 + ((_docCount - docFreq + 0.5) / (docFreq + 0.5)));
        float inverse = 1f / (k1 * ((1 - b) + (b * SmallFloat.Byte4ToInt(SmallFloat.IntToByte4(text.Length)) / _averageLength)));
        float weight = boost * idf;
        return weight - (weight / (1f + (freq * inverse)));
    }

    public int DocFreq(string term) => _texts.Values.Count(t => t.Freqs.ContainsKey(term));

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
