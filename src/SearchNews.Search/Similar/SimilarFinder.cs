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
/// Finds similar articles, by the score of <see cref="SimilarRanking"/>. The article itself is left out. Unless its story is wanted, so are that, articles of the same title and scores below 0.08; of each
/// other story the most similar article is shown, and in each ten at most two are of one provider.
/// </summary>
internal static class SimilarFinder
{
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
        var text = new TextMatches(snapshot, terms, cancellationToken);
        var ranking = new SimilarRanking(snapshot, article, terms, text, text.Best(2), request.WindowDays);
        if (request.IncludeStory) return All(snapshot, ranking, request.Size, terms);
        return ForReaders(snapshot, ranking, EqualTitles.Of(snapshot, article.Title, cancellationToken), [self], request.Size, terms);
    }

    /// <summary>The articles similar to a draft, and those that tell the same already.</summary>
    public static (SimilarArticles Similar, IReadOnlyList<SimilarHit> NearDuplicates) Find(ArticleSnapshot snapshot, DraftRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var draft = new SimilarSubject(request.Title, request.Excerpt, now, [], Doc: -1);
        IReadOnlyList<WeightedTerm> terms = TermSelector.Select(snapshot, draft.Title, draft.Excerpt);
        if (terms.Count == 0) return (new SimilarArticles(0, []), []);
        var text = new TextMatches(snapshot, terms, cancellationToken);
        ScoreDoc[] best = text.Best(DuplicateCandidates);
        List<KeyValuePair<int, double>> duplicates = NearDuplicates.Of(snapshot, draft, [.. best.Select(match => match.Doc)]);
        var ranking = new SimilarRanking(snapshot, draft, terms, text, best, request.WindowDays);
        HashSet<int> told = [.. duplicates.Select(duplicate => duplicate.Key)];
        return (
            request.IncludeStory ? All(snapshot, ranking, request.Size, terms) : ForReaders(snapshot, ranking, told, told, request.Size, terms),
            [.. duplicates.Take(request.Size).Select(duplicate => ToHit(snapshot, new RankedHit(duplicate.Key, duplicate.Value, 0), terms))]);
    }

    private static SimilarArticles All(ArticleSnapshot snapshot, SimilarRanking ranking, int size, IReadOnlyList<WeightedTerm> terms)
    {
        (int count, List<RankedHit> best) = ranking.Best(size);
        return new SimilarArticles(count, [.. best.Select(hit => ToHit(snapshot, hit, terms))]);
    }

    /// <summary>What a reader of the subject has not seen yet, one article a story, from many providers.</summary>
    /// <param name="snapshot">Where they are.</param>
    /// <param name="ranking">How they are ranked.</param>
    /// <param name="known">Articles that are left out.</param>
    /// <param name="told">Articles whose whole stories are left out.</param>
    /// <param name="size">How many are shown.</param>
    /// <param name="terms">The terms of the subject.</param>
    private static SimilarArticles ForReaders(
        ArticleSnapshot snapshot, SimilarRanking ranking, HashSet<int> known, IEnumerable<int> told, int size, IReadOnlyList<WeightedTerm> terms)
    {
        HashSet<int> seen = [.. told.Select(snapshot.Stories.StoryOf).Where(story => story != SnapshotStories.Alone)];
        bool IsNew(int doc) => !known.Contains(doc) && (snapshot.Stories.StoryOf(doc) is var story && (story == SnapshotStories.Alone || seen.Add(story)));
        RankedHit[] fresh = [.. ranking.AtLeast(ScoreFloor).Where(hit => IsNew(hit.Doc))];
        Dictionary<int, string> providers = ProvidersOf(snapshot, fresh);
        List<RankedHit> spread = ProviderSpread.Of(fresh, hit => providers.GetValueOrDefault(hit.Doc));
        return new SimilarArticles(spread.Count, [.. spread.Take(size).Select(hit => ToHit(snapshot, hit, terms))]);
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
