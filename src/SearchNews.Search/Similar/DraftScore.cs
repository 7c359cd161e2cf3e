using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Util;
using SearchNews.Search.Embedded;
using SearchNews.Search.Indexing;
using SearchNews.Search.Ranking;

namespace SearchNews.Search.Similar;

/// <summary>The text score that a draft would have for its own terms, were it in the index: what the scores of others are measured by. BM25, see <see cref="BM25Similarity"/>.</summary>
internal static class DraftScore
{
    /// <summary>The score; 0 without terms.</summary>
    public static double Of(ArticleSnapshot snapshot, SimilarSubject draft, IReadOnlyList<WeightedTerm> terms)
    {
        if (snapshot.SearcherFor(RankingProfile.Balanced).CollectionStatistics(ArticleFields.Text) is not { } collection) return 0;
        var freqs = new Dictionary<string, int>(StringComparer.Ordinal);
        IReadOnlyList<AnalyzedToken> tokens = ArticleSchema.News.Analyze(draft.Title, draft.Title, draft.Excerpt);
        foreach (AnalyzedToken token in tokens) freqs[token.Term] = freqs.GetValueOrDefault(token.Term) + 1;
        var similarity = new BM25Similarity(RankingProfile.Balanced.K1, RankingProfile.Balanced.B);
        long norm = (sbyte)SmallFloat.IntToByte4(tokens.Count);
        double score = 0;
        foreach (WeightedTerm term in terms)
        {
            TermStates states = TermStates.Build(snapshot.Reader, term.Term);
            var statistics = new TermStatistics(term.Term, states.DocFreq, states.TotalTermFreq);
            score += similarity.CreateScorer(term.Weight, collection, statistics).Score(freqs[term.Term.Text], norm);
        }

        return score;
    }
}
