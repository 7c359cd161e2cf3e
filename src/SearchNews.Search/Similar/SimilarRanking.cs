using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;

namespace SearchNews.Search.Similar;

/// <summary>
/// Ranks articles by their similarity to a subject:
/// <code>
/// sim   = text * max(0.4, 1 / (1 + |dt| / 30 days)) * (1 + 0.1 * topic likeness) + 0.05 * maxText * (Q + C) / 2
/// score = min(1, sim / sim of the subject itself)
/// </code>
/// where maxText is the highest text score of another article. What cannot be shown is left out by bounds, the text score first, then the rest but the topics, which cost most to look up. Belongs to one thread.
/// </summary>
internal sealed class SimilarRanking
{
    private const double TimeFloor = 0.4;
    private const double TimeDays = 30;
    private const double TopicShare = 0.1;
    private const double PriorShare = 0.05;

    // Bounds are below what they bound by more than all roundings on the way.
    private const double Slack = 1e-6;

    private readonly ArticleSnapshot _snapshot;
    private readonly TextMatches _text;
    private readonly TopicLikeness _topics;
    private readonly Comparer<RankedHit> _bestFirst;
    private readonly double _maxText;
    private readonly double _own;
    private readonly long? _published;
    private readonly int _self;
    private readonly int? _windowDays;

    /// <summary>Measures the subject.</summary>
    /// <param name="snapshot">Where it is compared.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="text">The text scores for them.</param>
    /// <param name="best">The articles of the two highest text scores at least.</param>
    /// <param name="windowDays">How many days before or after the subject an article may have been published; null for any.</param>
    public SimilarRanking(ArticleSnapshot snapshot, SimilarSubject subject, IReadOnlyList<WeightedTerm> terms, TextMatches text, IEnumerable<ScoreDoc> best, int? windowDays)
    {
        _snapshot = snapshot;
        _text = text;
        _topics = new TopicLikeness(snapshot, subject.Topics);
        _bestFirst = new HitComparer(snapshot).BestFirst;
        _self = subject.Doc;
        _published = subject.PublishedAt?.ToUnixTimeMilliseconds();
        _windowDays = windowDays;
        foreach (ScoreDoc match in best)
        {
            if (match.Doc != _self) _maxText = Math.Max(_maxText, match.Score);
        }

        double own = 0;
        if (_self < 0) own = DraftScore.Of(snapshot, subject, terms);
        else if (text.ScoreOf(_self) is { } score) own = Measure(new ScoreDoc(_self, score)).With(_topics.Of([_self])[0]);
        _own = Math.Max(double.Epsilon, own);
    }

    /// <summary>All articles of at least a score, best first, without the subject.</summary>
    public List<RankedHit> AtLeast(double score)
    {
        double lowest = score * _own * (1 - Slack);
        double leastText = (lowest - (PriorShare * _maxText)) / (1 + TopicShare);
        List<RankedHit> hits = Rank(Measure((float)(leastText * (1 - Slack))), lowest);
        hits.RemoveAll(hit => hit.Key < score);
        return hits;
    }

    /// <summary>How many articles have a term of the subject, and the best of them, best first, without the subject.</summary>
    public (int Count, List<RankedHit> Best) Best(int size)
    {
        List<Measured> measured = Measure(leastText: 0);
        List<RankedHit> hits = Rank(measured, Greatest(measured, size) * (1 - Slack));
        if (hits.Count > size) hits.RemoveRange(size, hits.Count - size);
        return (measured.Count, hits);
    }

    /// <summary>The similarity without topics that so many reach; 0 when there are fewer.</summary>
    private static double Greatest(List<Measured> measured, int count)
    {
        var greatest = new PriorityQueue<int, double>();
        foreach (Measured article in measured)
        {
            double similarity = article.With(topicLikeness: 0);
            if (greatest.Count < count) greatest.Enqueue(article.Doc, similarity);
            else greatest.EnqueueDequeue(article.Doc, similarity);
        }

        return greatest.Count == count && greatest.TryPeek(out _, out double least) ? least : 0;
    }

    private List<Measured> Measure(float leastText)
    {
        List<ScoreDoc> matches = _text.AtLeast(leastText);
        var measured = new List<Measured>(matches.Count);
        foreach (ScoreDoc match in matches)
        {
            if (match.Doc == _self) continue;
            Measured article = Measure(match);
            if (_windowDays is null || article.Days <= _windowDays) measured.Add(article);
        }

        return measured;
    }

    private Measured Measure(ScoreDoc match)
    {
        LeafReaderContext leaf = _snapshot.Reader.LeafOf(match.Doc);
        SignalColumns columns = _snapshot.Columns[leaf.Ord];
        int doc = match.Doc - leaf.DocBase;
        long published = columns.PublishedAt[doc];
        double? days = match.Doc == _self ? 0 : DaysApart(_published, published);
        double time = days is null ? TimeFloor : Math.Max(TimeFloor, 1 / (1 + (days.Value / TimeDays)));
        double prior = PriorShare * _maxText * (columns.Quality[doc] + columns.Coverage[doc]) / 2;
        return new Measured(match.Doc, match.Score * time, prior, days, published);
    }

    private List<RankedHit> Rank(List<Measured> measured, double lowest)
    {
        Measured[] likely = [.. measured.Where(article => article.With(topicLikeness: 1) >= lowest)];
        double[] topics = _topics.Of(Array.ConvertAll(likely, article => article.Doc));
        var hits = new List<RankedHit>(likely.Length);
        for (int i = 0; i < likely.Length; i++) hits.Add(new RankedHit(likely[i].Doc, Math.Min(1, likely[i].With(topics[i]) / _own), likely[i].Published));
        hits.Sort(_bestFirst);
        return hits;
    }

    private static double? DaysApart(long? published, long other) =>
        published is null || other == SignalColumns.NoDate ? null : Math.Abs((double)published.Value - other) / TimeSpan.FromDays(1).TotalMilliseconds;

    /// <summary>An article of which all is known but its topics.</summary>
    private readonly record struct Measured(int Doc, double Text, double Prior, double? Days, long Published)
    {
        public double With(double topicLikeness) => (Text * (1 + (TopicShare * topicLikeness))) + Prior;
    }
}
