using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search.Scorers;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Search;

/// <summary>Looks up the terms of a <see cref="MultiTermQuery"/> segment by segment.</summary>
internal sealed class MultiTermWeight : ConstantScoreWeight
{
    // So many postings are merged as they are read; of more, a bit set of all documents is made first.
    private const int MaxMerged = 16;

    private readonly MultiTermQuery _query;

    public MultiTermWeight(MultiTermQuery query, float score)
        : base(query, score) => _query = query;

    /// <inheritdoc/>
    protected override DocIdSetIterator? GetIterator(LeafReaderContext context)
    {
        if (context.Reader.GetTerms(_query.Field)?.GetTermsEnum() is not { } terms || terms.SeekCeil(_query.FirstTerm) == SeekStatus.End) return null;
        var merged = new List<PostingsEnum>();
        Bits? docs = null;
        PostingsEnum? reuse = null;
        long cost = 0;
        do
        {
            TermMatch match = _query.Match(terms.Term);
            if (match == TermMatch.End) break;
            if (match == TermMatch.No) continue;
            cost += terms.DocFreq;
            if (docs is null && merged.Count < MaxMerged)
            {
                merged.Add(terms.Postings(PostingsFlags.None));
                continue;
            }

            if (docs is null)
            {
                docs = new Bits(context.Reader.MaxDoc);
                foreach (PostingsEnum postings in merged) AddTo(docs, postings);
            }

            reuse = terms.Postings(PostingsFlags.None, reuse);
            AddTo(docs, reuse);
        }
        while (terms.MoveNext());

        if (docs is not null) return new BitsIterator(docs, Math.Min(cost, context.Reader.MaxDoc));
        return merged.Count switch { 0 => null, 1 => merged[0], _ => new DisjunctionIterator(merged) };
    }

    private static void AddTo(Bits docs, PostingsEnum postings)
    {
        for (int doc = postings.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = postings.NextDoc()) docs[doc] = true;
    }
}
