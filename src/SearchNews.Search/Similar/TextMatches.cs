using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;
using SearchNews.Search.Ranking;

namespace SearchNews.Search.Similar;

/// <summary>The text scores of articles for the terms of a subject: <c>sum over the terms of weight * BM25(term)</c>. Belongs to one thread.</summary>
internal sealed class TextMatches
{
    private readonly IndexSearcher _searcher;
    private readonly Query _query;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Prepares the search.</summary>
    /// <param name="snapshot">Where to look.</param>
    /// <param name="terms">At least one.</param>
    /// <param name="cancellationToken">Ends a search.</param>
    public TextMatches(ArticleSnapshot snapshot, IEnumerable<WeightedTerm> terms, CancellationToken cancellationToken)
    {
        _searcher = snapshot.SearcherFor(RankingProfile.Balanced);
        _query = BooleanQuery.Of(Occur.Should, terms.Select(t => (Query)new BoostQuery(new TermQuery(t.Term), t.Weight)));
        _cancellationToken = cancellationToken;
    }

    /// <summary>The articles of the highest scores, the highest first.</summary>
    public ScoreDoc[] Best(int count) => [.. _searcher.Search(_query, count, totalHitsThreshold: 0, cancellationToken: _cancellationToken).ScoreDocs];

    /// <summary>Every article of at least a score, in order of document; with a score that is not positive, every article that has a term.</summary>
    public List<ScoreDoc> AtLeast(float score)
    {
        var collector = new TextScoreCollector(score);
        _searcher.Search(_query, collector, _cancellationToken);
        return collector.Matches;
    }

    /// <summary>The score of an article; null when it has none of the terms.</summary>
    public float? ScoreOf(int doc)
    {
        LeafReaderContext leaf = _searcher.Reader.LeafOf(doc);
        Scorer? scorer = _searcher.CreateWeight(_searcher.Rewrite(_query), ScoreMode.Complete, boost: 1f).GetScorer(leaf);
        return scorer is not null && scorer.Advance(doc - leaf.DocBase) == doc - leaf.DocBase ? scorer.Score() : null;
    }
}
