using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;

namespace SearchNews.Search.Indexing;

/// <summary>Finds articles by id.</summary>
internal static class ArticleIds
{
    /// <summary>The live document of an id in UTF-8, or -1.</summary>
    public static int Find(IndexReader reader, byte[] id)
    {
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            if (leaf.Reader.GetTerms(ArticleFields.Id)?.GetTermsEnum() is not { } terms || !terms.SeekExact(id)) continue;
            PostingsEnum postings = terms.Postings(PostingsFlags.None);
            while (postings.NextDoc() != DocIdSetIterator.NoMoreDocs)
            {
                if (leaf.Reader.LiveDocs is not { } live || live[postings.DocId]) return leaf.DocBase + postings.DocId;
            }
        }

        return -1;
    }
}
