using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;

namespace SearchNews.Search.Explaining;

/// <summary>The parts of one document's score, added in the order in which the ranking adds them.</summary>
/// <param name="Matches">Whether the document matches text, filters and exclusions.</param>
/// <param name="TextMatches">Whether it matches the text alone.</param>
/// <param name="Text">Score of the text; 0 when that does not match.</param>
/// <param name="Quality">Prior of quality.</param>
/// <param name="Coverage">Prior of coverage.</param>
/// <param name="Recency">Prior of recency.</param>
internal sealed record ScoreBreakdown(bool Matches, bool TextMatches, float Text, float Quality, float Coverage, float Recency)
{
    /// <summary>The sum, in single precision as ranked.</summary>
    public float Score => Text + Quality + Coverage + Recency;

    public static ScoreBreakdown Of(PreparedSearch search, int doc)
    {
        LeafReaderContext leaf = search.Snapshot.Reader.LeafOf(doc);
        SignalColumns columns = search.Snapshot.Columns[leaf.Ord];
        int leafDoc = doc - leaf.DocBase;
        Explanation text = search.Searcher.Explain(search.TextQuery, doc);
        Explanation whole = search.Searcher.Explain(search.Query, doc);
        return new ScoreBreakdown(
            whole.IsMatch,
            text.IsMatch,
            text.IsMatch ? text.Value : 0f,
            search.Priors.Quality(columns, leafDoc),
            search.Priors.Coverage(columns, leafDoc),
            search.Priors.Recency(columns, leafDoc));
    }
}
