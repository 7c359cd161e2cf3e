using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Embedded;
using SearchNews.Search.Ranking;

namespace SearchNews.Search.Explaining;

/// <summary>The parts of one document's score, added in the order in which the ranking adds them.</summary>
/// <param name="Matches">Whether the document matches text, filters and exclusions.</param>
/// <param name="TextMatches">Whether it matches the text alone.</param>
/// <param name="Text">Score of the text; 0 when that does not match.</param>
/// <param name="Pairs">Bonus of neighbouring words; 0 when the text does not match.</param>
/// <param name="ExactTitle">Bonus of the exact title; 0 when the text does not match.</param>
/// <param name="FoundPairs">The neighbouring words that stand together in the document.</param>
/// <param name="Quality">Prior of quality.</param>
/// <param name="Coverage">Prior of coverage.</param>
/// <param name="Recency">Prior of recency.</param>
/// <param name="PublishedAt">When it was published, which breaks ties; <see cref="SignalColumns.NoDate"/> is before any date.</param>
internal sealed record ScoreBreakdown(
    bool Matches,
    bool TextMatches,
    float Text,
    float Pairs,
    float ExactTitle,
    IReadOnlyList<FoundPair> FoundPairs,
    float Quality,
    float Coverage,
    float Recency,
    long PublishedAt)
{
    /// <summary>What the sum is multiplied by: below 1 for a hit of corrected words that has to stay below those of the words as typed.</summary>
    public float Factor { get; init; } = 1f;

    /// <summary>The sum, in single precision as ranked.</summary>
    public float Score => (Text + Pairs + ExactTitle + Quality + Coverage + Recency) * Factor;

    /// <summary>Takes the score of a document apart.</summary>
    /// <param name="search">The search.</param>
    /// <param name="doc">The document.</param>
    /// <param name="matches">Whether it matches as a whole.</param>
    /// <param name="text">How the score of its text comes about.</param>
    public static ScoreBreakdown Of(PreparedSearch search, int doc, bool matches, Explanation text)
    {
        LeafReaderContext leaf = search.Snapshot.Reader.LeafOf(doc);
        SignalColumns columns = search.Snapshot.Columns[leaf.Ord];
        int leafDoc = doc - leaf.DocBase;
        LeafBonuses? bonuses = text.IsMatch ? search.Bonuses.Bind(leaf) : null;
        return new ScoreBreakdown(
            matches,
            text.IsMatch,
            text.IsMatch ? text.Value : 0f,
            bonuses?.Pairs(leafDoc) ?? 0f,
            bonuses?.ExactTitle(leafDoc) ?? 0f,
            bonuses?.Find(leafDoc) ?? [],
            search.Priors.Quality(columns, leafDoc),
            search.Priors.Coverage(columns, leafDoc),
            search.Priors.Recency(columns, leafDoc),
            columns.PublishedAt[leafDoc]);
    }
}
