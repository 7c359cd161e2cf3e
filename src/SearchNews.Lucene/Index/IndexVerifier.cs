using SearchNews.Lucene.Search;

namespace SearchNews.Lucene.Index;

/// <summary>
/// Reads everything that a reader can reach and cross-checks it. The checksums of all files were compared when the reader was opened; this finds
/// what a wrong writer would leave behind. Lucene's CheckIndex is the model.
/// </summary>
public static class IndexVerifier
{
    /// <summary>Verifies every segment of a reader.</summary>
    /// <exception cref="CorruptIndexException">Two facts of the index contradict each other.</exception>
    public static void Verify(DirectoryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            foreach (FieldInfo field in leaf.Reader.FieldInfos)
            {
                VerifyTerms(leaf.Reader, field);
                VerifyNorms(leaf.Reader, field);
            }

            VerifyStoredFields(leaf.Reader);
        }
    }

    private static void VerifyTerms(LeafReader reader, FieldInfo field)
    {
        if (reader.GetTerms(field.Name) is not { } terms) return;
        TermsEnum all = terms.GetTermsEnum();
        byte[] previous = [];
        PostingsEnum? postings = null;
        long count = 0;
        long sumDocFreq = 0;
        long sumTotalTermFreq = 0;
        while (all.MoveNext())
        {
            if (count > 0 && all.Term.SequenceCompareTo(previous) <= 0) throw Contradiction(field, "terms are not in order");
            previous = all.Term.ToArray();
            count++;
            sumDocFreq += all.DocFreq;
            sumTotalTermFreq += all.TotalTermFreq;
            postings = all.Postings(field.HasPositions ? PostingsFlags.Positions : PostingsFlags.Freqs, postings);
            VerifyPostings(reader, field, postings, all.DocFreq, all.TotalTermFreq);
        }

        if (count != terms.Size || sumDocFreq != terms.SumDocFreq || sumTotalTermFreq != terms.SumTotalTermFreq)
            throw Contradiction(field, $"{count} terms with {sumDocFreq} postings and {sumTotalTermFreq} occurrences were read, the dictionary says {terms.Size}, {terms.SumDocFreq} and {terms.SumTotalTermFreq}");
    }

    private static void VerifyPostings(LeafReader reader, FieldInfo field, PostingsEnum postings, int docFreq, long totalTermFreq)
    {
        int docs = 0;
        long occurrences = 0;
        int last = -1;
        for (int doc = postings.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = postings.NextDoc())
        {
            if (doc <= last || doc >= reader.MaxDoc) throw Contradiction(field, $"document {doc} follows {last}, the segment has {reader.MaxDoc}");
            last = doc;
            docs++;
            occurrences += postings.Freq;
            if (field.HasPositions) VerifyPositions(field, postings);
        }

        if (docs != docFreq || occurrences != totalTermFreq)
            throw Contradiction(field, $"a term has {docs} documents and {occurrences} occurrences, the dictionary says {docFreq} and {totalTermFreq}");
    }

    private static void VerifyPositions(FieldInfo field, PostingsEnum postings)
    {
        int last = 0;
        for (int i = postings.Freq; i > 0; i--)
        {
            int position = postings.NextPosition();
            if (position < last) throw Contradiction(field, $"position {position} follows {last}");
            last = position;
        }
    }

    private static void VerifyNorms(LeafReader reader, FieldInfo field)
    {
        if (!field.HasNorms || reader.GetNormValues(field.Name) is not { } norms) return;
        int last = -1;
        for (int doc = norms.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = norms.NextDoc())
        {
            if (doc <= last || doc >= reader.MaxDoc || norms.LongValue is < sbyte.MinValue or > sbyte.MaxValue)
                throw Contradiction(field, $"document {doc} has norm {norms.LongValue}");
            last = doc;
        }
    }

    private static void VerifyStoredFields(LeafReader reader)
    {
        var visitor = new IgnoringVisitor();
        for (int doc = 0; doc < reader.MaxDoc; doc++) reader.VisitDocument(doc, visitor);
    }

    private static CorruptIndexException Contradiction(FieldInfo field, string message) => new(message, $"field '{field.Name}'", 0);

    private sealed class IgnoringVisitor : StoredFieldVisitor
    {
        public override Decision NeedsField(FieldInfo field) => Decision.Yes;

        public override void StringField(FieldInfo field, ReadOnlySpan<byte> utf8)
        {
        }

        public override void BinaryField(FieldInfo field, ReadOnlySpan<byte> value)
        {
        }

        public override void Int32Field(FieldInfo field, int value)
        {
        }

        public override void Int64Field(FieldInfo field, long value)
        {
        }

        public override void SingleField(FieldInfo field, float value)
        {
        }

        public override void DoubleField(FieldInfo field, double value)
        {
        }
    }
}
