using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Similarities;

namespace SearchNews.Lucene.Search;

/// <summary>Finds the documents that hold a term, scored by the searcher's similarity.</summary>
public sealed class TermQuery : Query
{
    private readonly TermStates? _states;

    /// <summary>Searches a term.</summary>
    public TermQuery(Term term)
    {
        ArgumentNullException.ThrowIfNull(term);
        Term = term;
    }

    /// <summary>Searches a term of text.</summary>
    public TermQuery(string field, string text)
        : this(new Term(field, text))
    {
    }

    /// <summary>Searches a term that was looked up before, possibly with other statistics; for one reader only.</summary>
    internal TermQuery(Term term, TermStates states)
        : this(term) => _states = states;

    /// <summary>The term.</summary>
    public Term Term { get; }

    /// <inheritdoc/>
    public override Weight CreateWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        TermWeight weight = SearchMemory.Take<TermWeight>();
        TermStates states = _states ?? weight.OwnStates.Set(searcher.Reader, Term);
        SimScorer scorer = !scoreMode.NeedsScores() || states.DocFreq == 0 || searcher.CollectionStatistics(Term.Field) is not { } collection
            ? ConstantSimScorer.Zero
            : searcher.Similarity.CreateScorer(boost, collection, new TermStatistics(Term, states.DocFreq, states.TotalTermFreq));
        return weight.Set(this, Term, states, scoreMode, scorer, hasNorms: true);
    }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => ClassicNotation.Field(Term.Field, defaultField) + Term.Text;

    /// <inheritdoc/>
    public override bool Equals(Query? other) => other is TermQuery query && Term.Equals(query.Term);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(TermQuery), Term);
}
