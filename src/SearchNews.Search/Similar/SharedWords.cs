using SearchNews.Lucene.Index;
using SearchNews.Search.Embedded;

namespace SearchNews.Search.Similar;

/// <summary>Says which of an article's words made another one similar.</summary>
internal static class SharedWords
{
    private const int MaxWords = 5;

    /// <summary>The terms that stand in a document, heaviest first, as written in the article they come from.</summary>
    public static IReadOnlyList<string> Of(ArticleSnapshot snapshot, IReadOnlyList<WeightedTerm> terms, int doc)
    {
        LeafReaderContext leaf = snapshot.Reader.LeafOf(doc);
        var words = new List<string>(MaxWords);
        foreach (WeightedTerm term in terms)
        {
            if (words.Count == MaxWords) break;
            if (Contains(leaf.Reader, term.Term, doc - leaf.DocBase)) words.Add(term.Written);
        }

        return words;
    }

    private static bool Contains(LeafReader reader, Term term, int doc)
    {
        if (reader.GetTerms(term.Field)?.GetTermsEnum() is not { } terms || !terms.SeekExact(term.Bytes)) return false;
        return terms.Postings(PostingsFlags.None).Advance(doc) == doc;
    }
}
