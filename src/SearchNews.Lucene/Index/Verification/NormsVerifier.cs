using SearchNews.Lucene.Search;
using SearchNews.Lucene.Util;

namespace SearchNews.Lucene.Index.Verification;

/// <summary>Reads the norms of a field in order and at random, and compares them with its postings: a document with terms has a norm that is not 0, any other has 0 or none.</summary>
internal static class NormsVerifier
{
    public static void Verify(SegmentReader reader, FieldInfo field, Bits docsWithTerms, VerificationLog log)
    {
        if (reader.GetNormValues(field.Name) is not { } norms)
        {
            log.Expect(docsWithTerms.Cardinality() == 0, $"there are none, {docsWithTerms.Cardinality()} documents have terms");
            return;
        }

        NumericDocValues random = reader.GetNormValues(field.Name)!;
        int previous = -1;
        for (int doc = norms.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = norms.NextDoc())
        {
            log.Expect(doc > previous && doc < reader.MaxDoc, $"document {doc} comes after {previous}, of {reader.MaxDoc}");
            for (int gap = previous + 1; gap < doc; gap++) CheckMissing(gap);
            long norm = norms.LongValue;
            log.Expect(random.AdvanceExact(doc) && random.LongValue == norm, $"document {doc} has {norm} in order and another value at random");
            log.Expect(norm is >= sbyte.MinValue and <= byte.MaxValue, $"document {doc} has {norm}, which is no byte");
            log.Expect(docsWithTerms[doc] == (norm != 0) || IsDeleted(doc), $"document {doc} has {norm}, and {(docsWithTerms[doc] ? "" : "no ")}terms");
            previous = doc;
        }

        for (int gap = previous + 1; gap < reader.MaxDoc; gap++) CheckMissing(gap);

        void CheckMissing(int doc) => log.Expect(!docsWithTerms[doc] || IsDeleted(doc), $"document {doc} has terms and no norm");

        // Lucene leaves a document that failed half-way behind as deleted, with terms and without norms.
        bool IsDeleted(int doc) => reader.LiveDocs is { } live && !live[doc];
    }
}
