using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;
using SearchNews.Search.Indexing;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Similar;

/// <summary>
/// Finds similar articles:
/// <code>
/// text = sum over the article's terms of weight * BM25(term)
/// sim  = text * max(0.4, 1 / (1 + |dt| / 30 days)) * (1 + 0.1 * topic likeness) + 0.05 * maxText * (Q + C) / 2
/// score = min(1, sim / sim of the article itself)
/// </code>
/// The article itself and, unless its story is wanted, articles of the same title are left out, at most 2 in 10 are of one provider, and
/// scores below 0.08 are dropped.
/// </summary>
internal static class SimilarFinder
{
    private const double TimeFloor = 0.4;
    private const double TimeDays = 30;
    private const double TopicShare = 0.1;
    private const double PriorShare = 0.05;
    private const double ScoreFloor = 0.08;
    private const int PerProvider = 2;
    private const int ProviderWindow = 10;

    /// <summary>The articles similar to one, or null when there is none of that id.</summary>
    public static SimilarArticles? Find(ArticleSnapshot snapshot, SimilarRequest request, CancellationToken cancellationToken)
    {
        int self = snapshot.FindDocument(request.Id);
        if (self < 0) return null;
        ArticleRecord article = snapshot.ReadRecord(self);
        IReadOnlyList<WeightedTerm> terms = TermSelector.Select(snapshot, article.Title, article.Excerpt);
        if (terms.Count == 0) return new SimilarArticles(0, []);

        var collector = new TextScoreCollector();
        snapshot.SearcherFor(RankingProfile.Balanced).Search(ToQuery(terms), collector, cancellationToken);
        List<RankedHit> ranked = Rank(snapshot, article, self, collector.Matches, request.WindowDays);
        return Choose(snapshot, request, article, terms, ranked);
    }

    private static BooleanQuery ToQuery(IReadOnlyList<WeightedTerm> terms) =>
        BooleanQuery.Of(Occur.Should, terms.Select(t => (Query)new BoostQuery(new TermQuery(t.Term), t.Weight)));

    /// <summary>All candidates by falling similarity, as shares of the article's similarity to itself.</summary>
    private static List<RankedHit> Rank(ArticleSnapshot snapshot, ArticleRecord article, int self, List<ScoreDoc> matches, int? windowDays)
    {
        double[] topics = new TopicLikeness(snapshot, article.Topics).Of([.. matches.Select(m => m.Doc)]);
        double maxText = matches.Where(m => m.Doc != self).Select(m => (double)m.Score).DefaultIfEmpty(0).Max();
        long? published = article.PublishedDateTime?.ToUnixTimeMilliseconds();
        var hits = new List<RankedHit>(matches.Count);
        double own = double.Epsilon;
        for (int i = 0; i < matches.Count; i++)
        {
            (int doc, float text) = matches[i];
            LeafReaderContext leaf = snapshot.Reader.LeafOf(doc);
            SignalColumns columns = snapshot.Columns[leaf.Ord];
            int leafDoc = doc - leaf.DocBase;
            double? days = doc == self ? 0 : DaysApart(published, columns.PublishedAt[leafDoc]);
            double time = days is null ? TimeFloor : Math.Max(TimeFloor, 1 / (1 + (days.Value / TimeDays)));
            double prior = PriorShare * maxText * (columns.Quality[leafDoc] + columns.Coverage[leafDoc]) / 2;
            double similarity = (text * time * (1 + (TopicShare * topics[i]))) + prior;
            if (doc == self) own = similarity;
            else if (windowDays is null || days <= windowDays) hits.Add(new RankedHit(doc, similarity, columns.PublishedAt[leafDoc]));
        }

        for (int i = 0; i < hits.Count; i++) hits[i] = hits[i] with { Key = Math.Min(1, hits[i].Key / own) };
        hits.Sort(new HitComparer(snapshot).BestFirst);
        return hits;
    }

    private static double? DaysApart(long? published, long other) =>
        published is null || other == SignalColumns.NoDate ? null : Math.Abs((double)published.Value - other) / TimeSpan.FromDays(1).TotalMilliseconds;

    private static SimilarArticles Choose(ArticleSnapshot snapshot, SimilarRequest request, ArticleRecord article, IReadOnlyList<WeightedTerm> terms, List<RankedHit> ranked)
    {
        var hits = new List<SimilarHit>();
        var byProvider = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        int total = request.IncludeStory ? ranked.Count : ranked.Count(h => h.Key >= ScoreFloor);
        foreach (RankedHit hit in ranked.Take(total))
        {
            if (hits.Count == request.Size) break;
            ArticleRecord record = snapshot.ReadRecord(hit.Doc);
            if (!request.IncludeStory && (SameTitle(record, article) || !TakeProvider(byProvider, record, hits.Count))) continue;
            hits.Add(record.CopyTo(new SimilarHit { Id = record.Id }) with { Score = (float)hit.Key, Why = SharedWords.Of(terms, record.Title, record.Excerpt) });
        }

        return new SimilarArticles(total, hits);
    }

    private static bool SameTitle(ArticleRecord record, ArticleRecord article) =>
        article.Title.Length > 0 && string.Equals(record.Title, article.Title, StringComparison.OrdinalIgnoreCase);

    /// <summary>Counts the provider; false when it has had its share of the hits so far.</summary>
    private static bool TakeProvider(Dictionary<string, int> byProvider, ArticleRecord record, int hits)
    {
        if (record.Provider?.Domain is not { } domain) return true;
        int allowed = PerProvider * (1 + (hits / ProviderWindow));
        int taken = byProvider.GetValueOrDefault(domain);
        if (taken >= allowed) return false;
        byProvider[domain] = taken + 1;
        return true;
    }
}
