using System.Text;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;
using SearchNews.Search.Indexing;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Similar;

/// <summary>
/// Finds similar articles:
/// <code>
/// text = sum over the article's terms of weight * BM25(term)
/// sim  = text * max(0.4, 1 / (1 + |dt| / 30 days)) * (1 + 0.1 * topic likeness) + 0.05 * maxText * (Q + C) / 2
/// score = min(1, sim / sim of the article itself)
/// </code>
/// The article itself is left out. Unless its story is wanted, so are that, articles of the same title and scores below 0.08; of each other story the most similar article is shown, and in each ten
/// at most two are of one provider.
/// </summary>
internal static class SimilarFinder
{
    private const double TimeFloor = 0.4;
    private const double TimeDays = 30;
    private const double TopicShare = 0.1;
    private const double PriorShare = 0.05;
    private const double ScoreFloor = 0.08;

    // What tells the same shares so many words that it is among these by far.
    private const int DuplicateCandidates = 200;

    /// <summary>The articles similar to one, or null when there is none of that id.</summary>
    public static SimilarArticles? Find(ArticleSnapshot snapshot, SimilarRequest request, CancellationToken cancellationToken)
    {
        int self = snapshot.FindDocument(request.Id);
        if (self < 0) return null;
        SimilarSubject article = SimilarSubject.Of(snapshot.ReadRecord(self), self);
        IReadOnlyList<WeightedTerm> terms = TermSelector.Select(snapshot, article.Title, article.Excerpt);
        if (terms.Count == 0) return new SimilarArticles(0, []);
        List<RankedHit> ranked = Rank(snapshot, article, terms, Match(snapshot, terms, cancellationToken), request.WindowDays);
        if (!request.IncludeStory) ranked = ForReaders(snapshot, ranked, EqualTitles.Of(snapshot, article.Title, cancellationToken), [self]);
        return new SimilarArticles(ranked.Count, [.. ranked.Take(request.Size).Select(hit => ToHit(snapshot, hit, terms))]);
    }

    /// <summary>The articles similar to a draft, and those that tell the same already.</summary>
    public static (SimilarArticles Similar, IReadOnlyList<SimilarHit> NearDuplicates) Find(ArticleSnapshot snapshot, DraftRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var draft = new SimilarSubject(request.Title, request.Excerpt, now, [], Doc: -1);
        IReadOnlyList<WeightedTerm> terms = TermSelector.Select(snapshot, draft.Title, draft.Excerpt);
        if (terms.Count == 0) return (new SimilarArticles(0, []), []);
        List<ScoreDoc> matches = Match(snapshot, terms, cancellationToken);
        int[] likely = [.. matches.OrderByDescending(match => match.Score).Take(DuplicateCandidates).Select(match => match.Doc)];
        List<KeyValuePair<int, double>> duplicates = NearDuplicates.Of(snapshot, draft, likely);
        List<RankedHit> ranked = Rank(snapshot, draft, terms, matches, request.WindowDays);
        HashSet<int> told = [.. duplicates.Select(duplicate => duplicate.Key)];
        if (!request.IncludeStory) ranked = ForReaders(snapshot, ranked, told, told);
        return (
            new SimilarArticles(ranked.Count, [.. ranked.Take(request.Size).Select(hit => ToHit(snapshot, hit, terms))]),
            [.. duplicates.Take(request.Size).Select(duplicate => ToHit(snapshot, new RankedHit(duplicate.Key, duplicate.Value, 0), terms))]);
    }

    /// <summary>Every article that shares a term, in order of document, with its text score.</summary>
    private static List<ScoreDoc> Match(ArticleSnapshot snapshot, IReadOnlyList<WeightedTerm> terms, CancellationToken cancellationToken)
    {
        var collector = new TextScoreCollector();
        BooleanQuery query = BooleanQuery.Of(Occur.Should, terms.Select(t => (Query)new BoostQuery(new TermQuery(t.Term), t.Weight)));
        snapshot.SearcherFor(RankingProfile.Balanced).Search(query, collector, cancellationToken);
        return collector.Matches;
    }

    /// <summary>All candidates by falling similarity, as shares of the article's similarity to itself.</summary>
    private static List<RankedHit> Rank(ArticleSnapshot snapshot, SimilarSubject subject, IReadOnlyList<WeightedTerm> terms, List<ScoreDoc> matches, int? windowDays)
    {
        int self = subject.Doc;
        double[] topics = new TopicLikeness(snapshot, subject.Topics).Of([.. matches.Select(m => m.Doc)]);
        double maxText = matches.Where(m => m.Doc != self).Select(m => (double)m.Score).DefaultIfEmpty(0).Max();
        long? published = subject.PublishedAt?.ToUnixTimeMilliseconds();
        var hits = new List<RankedHit>(matches.Count);
        double own = self < 0 ? Math.Max(double.Epsilon, DraftScore.Of(snapshot, subject, terms)) : double.Epsilon;
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

    /// <summary>What a reader of the subject has not seen yet, one article a story, from many providers.</summary>
    /// <param name="snapshot">Where they are.</param>
    /// <param name="ranked">Best first.</param>
    /// <param name="known">Articles that are left out.</param>
    /// <param name="told">Articles whose whole stories are left out.</param>
    private static List<RankedHit> ForReaders(ArticleSnapshot snapshot, List<RankedHit> ranked, HashSet<int> known, IEnumerable<int> told)
    {
        HashSet<int> seen = [.. told.Select(snapshot.Stories.StoryOf).Where(story => story != SnapshotStories.Alone)];
        bool IsNew(int doc) => !known.Contains(doc) && (snapshot.Stories.StoryOf(doc) is var story && (story == SnapshotStories.Alone || seen.Add(story)));
        RankedHit[] fresh = [.. ranked.TakeWhile(hit => hit.Key >= ScoreFloor).Where(hit => IsNew(hit.Doc))];
        Dictionary<int, string> providers = ProvidersOf(snapshot, fresh);
        return ProviderSpread.Of(fresh, hit => providers.GetValueOrDefault(hit.Doc));
    }

    /// <summary>The providers of documents that have one, from the doc values: reading the articles would cost far more.</summary>
    private static Dictionary<int, string> ProvidersOf(ArticleSnapshot snapshot, IEnumerable<RankedHit> hits)
    {
        var providers = new Dictionary<int, string>();
        foreach (IGrouping<LeafReaderContext, int> leaf in hits.Select(hit => hit.Doc).Order().GroupBy(snapshot.Reader.LeafOf))
        {
            if (leaf.Key.Reader.GetSortedDocValues(ArticleFields.Provider) is not { } values) continue;
            foreach (int doc in leaf)
            {
                if (values.AdvanceExact(doc - leaf.Key.DocBase)) providers[doc] = Encoding.UTF8.GetString(values.LookupOrd(values.OrdValue));
            }
        }

        return providers;
    }

    private static SimilarHit ToHit(ArticleSnapshot snapshot, RankedHit hit, IReadOnlyList<WeightedTerm> terms)
    {
        ArticleRecord record = snapshot.ReadRecord(hit.Doc);
        return record.CopyTo(new SimilarHit { Id = record.Id }) with { Score = (float)hit.Key, Why = SharedWords.Of(terms, record.Title, record.Excerpt), Story = new StoryLookup(snapshot).InfoOf(hit.Doc) };
    }
}
