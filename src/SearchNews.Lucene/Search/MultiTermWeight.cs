using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Scorers;

namespace SearchNews.Lucene.Search;

/// <summary>Looks up the terms of a <see cref="MultiTermQuery"/> segment by segment.</summary>
internal sealed class MultiTermWeight : ConstantScoreWeight
{
    // The postings of so many terms are merged when only some of their documents may be asked for, since they skip; of more, windows of documents are marked.
    private const int MaxMerged = 16;

    private readonly MultiTermQuery _query;
    private readonly float _score;

    public MultiTermWeight(MultiTermQuery query, float score)
        : base(query, score)
    {
        _query = query;
        _score = score;
    }

    /// <inheritdoc/>
    public override BulkScorer? GetBulkScorer(LeafReaderContext context, ScoreMode scoreMode) =>
        Find(context, merged: null) is { } union ? new UnionBulkScorer(new UnionIterator(union, context.Reader.MaxDoc), _score) : null;

    /// <inheritdoc/>
    protected override DocIdSetIterator? GetIterator(LeafReaderContext context)
    {
        var merged = new List<PostingsEnum>();
        if (Find(context, merged) is not { } union) return null;
        if (union.Count > MaxMerged) return new UnionIterator(union, context.Reader.MaxDoc);
        return merged.Count == 1 ? merged[0] : new DisjunctionIterator(merged);
    }

    /// <summary>Finds the terms in a segment.</summary>
    /// <param name="context">The segment.</param>
    /// <param name="merged">Receives the postings of the first terms, if not null.</param>
    /// <returns>Their union; null when there are none.</returns>
    private DocUnion? Find(LeafReaderContext context, List<PostingsEnum>? merged)
    {
        if (context.Reader.GetTerms(_query.Field) is not { } field) return null;
        TermsEnum terms = field.TakeTermsEnum();
        DocUnion union = field.NewUnion();
        bool isTerm = terms.SeekCeil(_query.FirstTerm) != SeekStatus.End;
        for (; isTerm; isTerm = terms.MoveNext())
        {
            TermMatch match = _query.Match(terms.Term);
            if (match == TermMatch.End) break;
            if (match == TermMatch.No) continue;
            union.Add(terms);
            if (merged is not null && merged.Count < MaxMerged) merged.Add(terms.Postings(PostingsFlags.None));
        }

        field.KeepTermsEnum(terms);
        return union.Count == 0 ? null : union;
    }
}
