using SearchNews.Lucene.Index.Sorting;

namespace SearchNews.Lucene.Index.Verification;

/// <summary>Compares each document of a sorted segment with the one before.</summary>
internal static class IndexSortVerifier
{
    /// <summary>Verifies the order, unless it is by several values a document, which are not compared here.</summary>
    public static void Verify(SegmentReader reader, VerificationLog log)
    {
        IReadOnlyList<IndexSortField> sort = reader.Commit.Info.IndexSort;
        if (sort.Any(key => key.Provider != IndexSortField.SingleProvider)) return;
        SortKeys keys = SortKeys.Of(reader, sort);
        for (int doc = 1; doc < reader.MaxDoc; doc++)
            log.Expect(keys.Compare(doc - 1, doc) <= 0, $"document {doc} is in front of document {doc - 1} by the order of the segment");
    }
}
