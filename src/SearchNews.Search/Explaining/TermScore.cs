using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Similarities;
using SearchNews.Lucene.Util;
using SearchNews.Search.Embedded;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Explaining;

/// <summary>What one term adds to one document's text score.</summary>
internal static class TermScore
{
    /// <summary>Looks the term up in a document of a segment; tf 0 when it is not there.</summary>
    public static TermExplanation Explain(PreparedSearch search, Term term, LeafReaderContext leaf, int doc)
    {
        TermStates states = TermStates.Build(search.Snapshot.Reader, term);
        long docCount = search.Searcher.CollectionStatistics(term.Field)?.DocCount ?? 0;
        float idf = states.DocFreq == 0 ? 0 : BM25Similarity.Idf(states.DocFreq, docCount);
        return new TermExplanation(term.Text, term.Field, TermFreq(term, leaf, doc), states.DocFreq, idf, Length(term.Field, leaf, doc), Value(search, term, leaf.DocBase + doc));
    }

    private static float Value(PreparedSearch search, Term term, int doc)
    {
        Explanation explanation = search.Searcher.Explain(new TermQuery(term), doc);
        return explanation.IsMatch ? explanation.Value : 0f;
    }

    private static int TermFreq(Term term, LeafReaderContext leaf, int doc)
    {
        if (leaf.Reader.GetTerms(term.Field)?.GetTermsEnum() is not { } terms || !terms.SeekExact(term.Bytes)) return 0;
        PostingsEnum postings = terms.Postings(PostingsFlags.Freqs);
        return postings.Advance(doc) == doc ? postings.Freq : 0;
    }

    private static int Length(string field, LeafReaderContext leaf, int doc) =>
        leaf.Reader.GetNormValues(field) is { } norms && norms.AdvanceExact(doc) ? SmallFloat.Byte4ToInt((byte)norms.LongValue) : 0;
}
